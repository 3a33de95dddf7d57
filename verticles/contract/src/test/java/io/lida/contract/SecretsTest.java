package io.lida.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key sk-ant-api03-Zz9_x-abcdefgh end | Zz9_x",
        "sk-proj-AbC_dEf-0123456789 | AbC_dEf",
        "sk-or-v1-0123456789abcdef | 0123456789abcdef",
        "sk-0123456789abcdefghij | 0123456789abcdefghij",
        "AIzaSyA1234567890abcdefghij_KLMN-op | SyA1234567890",
        "gsk_0123456789abcdef | 0123456789abcdef",
        "hf_AbCdEfGhIjKlMnOp | AbCdEfGhIjKlMnOp",
        "xai-0123456789abcdef | 0123456789abcdef",
        "pplx-0123456789abcdef | 0123456789abcdef",
        "lida_ab12cd34_0123456789abcdefABCDEF_x9 | 0123456789abcdefABCDEF",
        "Authorization: Bearer swordfish-and-chips | swordfish",
        "'{\"authorization\":\"Basic c3dvcmRmaXNo\"}' | c3dvcmRmaXNo",
        "x-api-key: swordfish | swordfish",
        "Cookie: session=swordfish; theme=dark | swordfish",
        "http://h/p?token=swordfish&x=1 | swordfish",
        "http://h/p?key=swordfish | swordfish",
        "redis://:swordfish@127.0.0.1:6379 | swordfish",
        "https://ada:swordfish@host/ | swordfish",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl | c2lnbmF0dXJl",
      })
  void theSecretPartIsGone(String text, String secret) {
    assertFalse(Secrets.mask(text).contains(secret), () -> Secrets.mask(text));
  }

  @Test
  void whatStandsAroundASecretStays() {
    assertEquals(
        "GET https://host/v1?token=***&page=2 failed",
        Secrets.mask("GET https://host/v1?token=abc123&page=2 failed"));
  }

  @Test
  void ordinaryProseIsReturnedAsItIs() {
    String prose = "The risk-based approach asks: who bears the cost? See task-force, 2/3 of all.";
    assertSame(prose, Secrets.mask(prose));
  }

  @Test
  void maskingTwiceChangesNothingMore() {
    String once = Secrets.mask("Authorization: Bearer swordfish1, sk-0123456789abcdefghij");
    assertEquals(once, Secrets.mask(once));
  }
}

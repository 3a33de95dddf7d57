package io.lida.llm;

import org.junit.jupiter.api.Nested;

/** Every provider passes the one suite. */
class ProvidersTest {
  @Nested
  class Anthropic extends ProviderSuite {
    Anthropic() {
      super("anthropic", "ANTHROPIC_API_KEY", "x-api-key", "");
    }
  }

  @Nested
  class OpenAi extends ProviderSuite {
    OpenAi() {
      super("openai", "OPENAI_API_KEY", "authorization", "Bearer ");
    }
  }

  @Nested
  class OpenRouter extends ProviderSuite {
    OpenRouter() {
      super("openrouter", "OPENROUTER_API_KEY", "authorization", "Bearer ");
    }
  }

  @Nested
  class Google extends ProviderSuite {
    Google() {
      super("google", "GEMINI_API_KEY", "x-goog-api-key", "");
    }
  }

  @Nested
  class Xai extends ProviderSuite {
    Xai() {
      super("xai", "XAI_API_KEY", "authorization", "Bearer ");
    }
  }

  @Nested
  class Perplexity extends ProviderSuite {
    Perplexity() {
      super("perplexity", "PPLX_API_KEY", "authorization", "Bearer ");
    }
  }

  @Nested
  class Local extends ProviderSuite {
    Local() {
      super("local", "LIDA_LOCAL_API_KEY", "authorization", "Bearer ");
    }
  }
}

import { html, nothing } from "lit";
import { lexer } from "marked";

/** Longer texts are shown as they are: nobody reads them, and a parser should not chew on them. */
const LONGEST = 40_000;

/**
 * Markdown of a model as templates. HTML is never parsed, so nothing in a text can become markup:
 * what looks like it is shown as text, images are named, and only web links can be followed.
 * @param {string} text
 */
export function prose(text) {
  if (text.length > LONGEST) return html`<p>${text}</p>`;
  return lexer(text, { gfm: true, breaks: false }).map(block);
}

/** @param {any} token */
function block(token) {
  switch (token.type) {
    case "space":
    case "def":
      return nothing;
    case "heading":
      return html`<p><strong>${inline(token.tokens)}</strong></p>`;
    case "list": {
      const items = token.items.map((item) => html`<li>${item.tokens.map(block)}</li>`);
      return token.ordered ? html`<ol start=${Number(token.start) || 1}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "blockquote":
      return html`<blockquote>${token.tokens.map(block)}</blockquote>`;
    case "code":
      return html`<pre>${token.text}</pre>`;
    case "text":
      return token.tokens ? inline(token.tokens) : token.text;
    case "paragraph":
      return html`<p>${inline(token.tokens)}</p>`;
    default:
      return html`<p>${token.raw}</p>`;
  }
}

/** @param {any[]} tokens */
function inline(tokens) {
  return (tokens ?? []).map((token) => {
    switch (token.type) {
      case "strong":
        return html`<strong>${inline(token.tokens)}</strong>`;
      case "em":
        return html`<em>${inline(token.tokens)}</em>`;
      case "del":
        return html`<del>${inline(token.tokens)}</del>`;
      case "codespan":
        return html`<code>${token.text}</code>`;
      case "br":
        return html`<br>`;
      case "escape":
        return token.text;
      case "text":
        return token.tokens ? inline(token.tokens) : token.raw;
      case "link":
        return link(token);
      default:
        return token.raw;
    }
  });
}

/** @param {any} token */
function link(token) {
  if (!/^https?:\/\//iu.test(token.href)) return token.raw;
  return html`<a href=${token.href} target="_blank" rel="noopener noreferrer nofollow">${inline(token.tokens)}</a>`;
}

import { html, nothing } from "lit";

/** A failure in four parts: what, why, what to do, and its code. */
export const problemNote = (problem) => html`<div class="problem" role="alert">
  <p><b>${problem.title}</b> <code>${problem.code}</code></p>
  ${problem.detail ? html`<p>why: ${problem.detail}</p>` : nothing}
  ${problem.fix ? html`<p>fix: <code>${problem.fix}</code></p>` : nothing}
  ${problem.status === 401 ? html`<p><a href="/login">sign in</a></p>` : nothing}
</div>`;

/** What will come, in outline; seen only when it takes its time. */
export const skeleton = (lines = 6) => html`<div class="skeleton" role="status">
  <span class="unseen">loading</span>${Array.from({ length: lines }, () => html`<i></i>`)}
</div>`;

export const pill = (status) => html`<span class="pill ${status}">${status}</span>`;

/** Text to be copied, with the button that does it. */
export const copyable = (text, label = "copy") => html`<div class="copy">
  <pre tabindex="0">${text}</pre>
  <button
    aria-label=${label}
    @click=${async (event) => {
      const button = event.currentTarget;
      await navigator.clipboard.writeText(text).then(
        () => (button.textContent = "copied"),
        () => (button.textContent = "select it"),
      );
      setTimeout(() => (button.textContent = "copy"), 1500);
    }}
  >copy</button>
</div>`;

/**
 * A dialog: focus stays in it while it is open, and goes back to where it was.
 * @param {string} title @param {unknown} body @param {() => void} close
 */
export const sheet = (title, body, close) => html`<dialog
  aria-label=${title}
  @close=${close}
  @click=${(event) => event.target === event.currentTarget && event.currentTarget.close()}
>
  <div class="sheet-head">
    <h2>${title}</h2>
    <button class="word" @click=${(event) => event.currentTarget.closest("dialog").close()}>close</button>
  </div>
  <div class="sheet-body">${body}</div>
</dialog>`;

/** Opens the dialogs below a node that were drawn and are not open yet. */
export const openSheets = (root) =>
  root.querySelectorAll("dialog:not([open])").forEach((dialog) => dialog.showModal());

import { html } from './html.js';

/** Where the phone signs a request that somebody pastes: what `ScaSignatureRequired` holds, as JSON. */
export const signingForm = html`<details class="signing" id="signing">
  <summary>Sign a request</summary>
  <form id="sign">
    <label for="request">The request: <code>{"method", "path", "body"}</code>, or the answer that tells it</label>
    <textarea id="request" rows="5" spellcheck="false" autocomplete="off"></textarea>
    <div id="meaning" aria-live="polite"></div>
    <button type="submit" disabled>Sign</button>
    <p id="signed" aria-live="polite"></p>
    <button type="button" id="copy" hidden>Copy the signature</button>
  </form>
</details>`;

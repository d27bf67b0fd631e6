import { headers } from "next/headers";

/**
 * Before scripts are there, a page looks as if it could be used. What is pressed then is kept for
 * when it can; a form sent by the browser itself would put its fields into the address.
 */
const keepEarlyEvents = `(() => {
  const kept = [];
  const click = ({ target }) => {
    const button = target.closest?.("button");
    if (button && button.type !== "submit") kept.push({ target: button, at: Date.now() });
  };
  const submit = (event) => {
    event.preventDefault();
    kept.push({ target: event.target, submitter: event.submitter, at: Date.now() });
  };
  addEventListener("click", click, true);
  addEventListener("submit", submit, true);
  window.takeEarlyEvents = () => {
    removeEventListener("click", click, true);
    removeEventListener("submit", submit, true);
    return kept.splice(0);
  };
})();`;

export async function EarlyEvents() {
  const policy = (await headers()).get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  return (
    <script
      nonce={nonce}
      // Browsers hide the nonce from scripts, so React finds another one.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, and nobody else's
      dangerouslySetInnerHTML={{ __html: keepEarlyEvents }}
    />
  );
}

import { headers } from "next/headers";

/**
 * Before its script is there, a part of a page looks as if it could be used. What is pressed then
 * is pressed again once it can; a form sent by the browser itself would put its fields into the
 * address. React marks the elements it looks at already while it waits for further scripts, and
 * answers only once all of the page was taken over, which the providers tell.
 */
const keepEarlyEvents = `(() => {
  const isAlive = (node) =>
    "answers" in document.documentElement.dataset &&
    Object.keys(node).some((key) => key.startsWith("__reactFiber$"));
  let waiting, acting;
  // Whoever presses again has the second one answered, and not the first one, too.
  const forget = () => (clearInterval(waiting), clearTimeout(acting));
  const whenAlive = (node, act) => {
    const until = Date.now() + 20000;
    forget();
    waiting = setInterval(() => {
      if (node.isConnected && Date.now() < until && !isAlive(node)) return;
      clearInterval(waiting);
      if (isAlive(node)) acting = setTimeout(act, 150);
    }, 25);
  };
  addEventListener("click", ({ target, isTrusted }) => {
    if (isTrusted) forget();
    const button = target.closest?.("button");
    if (!button || button.type === "submit" || isAlive(button)) return;
    // React may take the part over because of this very click, and answers it then.
    setTimeout(() => isAlive(button) || whenAlive(button, () => button.click()));
  }, true);
  addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (isAlive(form)) return;
    event.preventDefault();
    whenAlive(form, () => form.requestSubmit(submitter));
  }, true);
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

/** Names of the values and tags that an ICU message takes: `{count, plural, …}`, `<b>`. For tests. */
export function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  let at = 0;

  function text(): void {
    while (at < message.length && message[at] !== "}") {
      const tag = /^<(\w+)>/.exec(message.slice(at))?.[1];
      if (tag) names.add(tag);
      if (message[at] === "{") argument();
      else at += 1;
    }
  }

  function argument(): void {
    const head = /^\{\s*(\w+)\s*(,?)/.exec(message.slice(at));
    if (!head?.[1]) throw new Error(`cannot read an argument in: ${message}`);
    names.add(head[1]);
    at += head[0].length;
    // Branches of plural and select are messages themselves.
    while (head[2] && at < message.length && message[at] !== "}") {
      if (message[at] === "{") {
        at += 1;
        text();
      }
      at += 1;
    }
    if (message[at] !== "}") throw new Error(`a brace is not closed in: ${message}`);
    at += 1;
  }

  while (at < message.length) {
    text();
    if (message[at] === "}") throw new Error(`a brace too many in: ${message}`);
  }
  return [...names].sort();
}

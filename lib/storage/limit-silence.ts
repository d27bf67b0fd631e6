import { PassThrough, type Readable } from "node:stream";
import { storeDown } from "./store-down";

interface SilenceLimit {
  backendId: string;
  timeoutSeconds: number;
}

/**
 * The body of an answer, which ends with an error when the store says nothing for too long or
 * breaks off. That whoever reads takes their time is no silence of the store's.
 */
export function limitSilence(
  body: Readable,
  { backendId, timeoutSeconds }: SilenceLimit,
): Readable {
  const giveUp = (word: string) => limited.destroy(storeDown(backendId, word));
  const limited = new PassThrough({
    transform(chunk, _encoding, passOn) {
      timer.refresh();
      passOn(null, chunk);
    },
  });
  const timer = setTimeout(() => {
    if (limited.readableLength > 0) timer.refresh();
    else if (!body.readableEnded) giveUp(`silent for ${timeoutSeconds} s`);
  }, timeoutSeconds * 1000).unref();

  // Room again: from now on it is the store that is waited for.
  limited.on("drain", () => timer.refresh());
  // An error that nobody listens for would end the process.
  limited.on("error", () => {});
  limited.once("close", () => {
    clearTimeout(timer);
    body.destroy();
  });
  body.on("error", ({ code, name }: NodeJS.ErrnoException) => giveUp(code ?? name));
  body.once("close", () => {
    if (!body.readableEnded) giveUp("broke off");
  });
  return body.pipe(limited);
}

import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/errors";

// OWASP Password Storage Cheat Sheet: argon2id (the package's default), 19 MiB, two passes.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Each takes 19 MiB and a thread of libuv that files and DNS need too.
const atOnce = 2;
const maxWaiting = 64;
let running = 0;
const waiting: (() => void)[] = [];

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password), options));
}

let nobodys: Promise<string> | undefined;

/** Without a hash (no such person) it takes as long, and says no. */
export async function isPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  nobodys ??= hashPassword("nobody has this password");
  const against = passwordHash ?? (await nobodys);
  const same = await inTurn(() => verify(against, normal(password)).catch(() => false));
  return same && passwordHash !== undefined;
}

// NIST SP 800-63B §3.1.1.2: the same characters, whichever keyboard composed them.
function normal(password: string): string {
  return password.normalize("NFKC");
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= maxWaiting) {
      throw new AppError("unavailable", "too many passwords at once", { retryAfterSeconds: 5 });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

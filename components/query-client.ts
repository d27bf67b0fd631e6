import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { signInPath } from "@/components/auth/next-path";
import { shouldRetry } from "@/components/errors/should-retry";
import { ApiProblem } from "@/lib/sdk";

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: {
      /** What is shown may be a little old: a failed refresh needs no word. */
      quiet?: boolean;
    };
    mutationMeta: {
      /** The form itself shows what went wrong. */
      quiet?: boolean;
    };
  }
}

export function createQueryClient(tell: (error: Error) => void): QueryClient {
  return new QueryClient({
    // Without data the component draws its own error state; a failed refresh would go unseen.
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (leaveIfSignedOut(error)) return;
        if (query.state.data !== undefined && !query.meta?.quiet) tell(error);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (leaveIfSignedOut(error)) return;
        if (!mutation.meta?.quiet) tell(error);
      },
    }),
    defaultOptions: {
      // A shop's LAN without internet counts as "offline" in some browsers; our server is still there.
      queries: { staleTime: 15_000, retry: shouldRetry, networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });
}

/** A session that ended elsewhere: sign in again, then come back here. */
function leaveIfSignedOut(error: Error): boolean {
  if (!(error instanceof ApiProblem) || error.problem.code !== "unauthenticated") return false;
  const { pathname, search } = window.location;
  if (!/^\/(c|account|clients|stores)(\/|$)/.test(pathname)) return false;
  window.location.assign(signInPath(pathname + search));
  return true;
}

import { queryOptions } from "@tanstack/react-query";
import { getInvitationLink } from "@/lib/sdk";

export const invitationLink = (token: string) =>
  queryOptions({
    queryKey: ["invitation-link", token],
    queryFn: ({ signal }) => getInvitationLink(token, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

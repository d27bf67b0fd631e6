import { queryOptions } from "@tanstack/react-query";
import { listInvitations, listMembers, listSites } from "@/lib/sdk";

export const memberList = (clientId: string) =>
  queryOptions({
    queryKey: ["people", clientId, "members"],
    queryFn: ({ signal }) => listMembers(clientId, signal),
  });

export const invitationList = (clientId: string) =>
  queryOptions({
    queryKey: ["people", clientId, "invitations"],
    queryFn: ({ signal }) => listInvitations(clientId, signal),
  });

const siteAnswer = (clientId: string) =>
  queryOptions({
    queryKey: ["people", clientId, "sites"],
    queryFn: ({ signal }) => listSites(clientId, signal),
  });

export const siteList = (clientId: string) =>
  queryOptions({ ...siteAnswer(clientId), select: ({ items }) => items });

/** The regions in which this server's places for files stand. */
export const regionList = (clientId: string) =>
  queryOptions({ ...siteAnswer(clientId), select: ({ regions }) => regions });

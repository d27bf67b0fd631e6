import type {
  CreatedInvitation,
  CreateInvitation,
  Invitation,
  Member,
  UpdateMember,
} from "@/lib/clients/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const clientShape = shapesOf(() => import("@/lib/clients/schema"));

export async function listMembers(clientId: string, signal?: AbortSignal): Promise<Member[]> {
  const { items } = await request("GET", "/api/v1/members", clientShape("MemberList"), {
    clientId,
    signal,
  });
  return items;
}

export function updateMember(
  clientId: string,
  userId: string,
  body: UpdateMember,
): Promise<Member> {
  return request("PATCH", `/api/v1/members/${userId}`, clientShape("Member"), { clientId, body });
}

export async function removeMember(clientId: string, userId: string): Promise<void> {
  await send("DELETE", `/api/v1/members/${userId}`, { clientId });
}

export async function listInvitations(
  clientId: string,
  signal?: AbortSignal,
): Promise<Invitation[]> {
  const path = "/api/v1/invitations";
  const { items } = await request("GET", path, clientShape("InvitationList"), { clientId, signal });
  return items;
}

export function createInvitation(
  clientId: string,
  body: CreateInvitation,
): Promise<CreatedInvitation> {
  return request("POST", "/api/v1/invitations", clientShape("CreatedInvitation"), {
    clientId,
    body,
  });
}

export async function revokeInvitation(clientId: string, id: string): Promise<void> {
  await send("DELETE", `/api/v1/invitations/${id}`, { clientId });
}

import type {
  AcceptedInvitation,
  AcceptInvitation,
  ChangePassword,
  InvitationPreview,
  SetUp,
  Setup,
} from "@/lib/auth/schema";
import { request, send } from "./request";
import { shapesOf } from "./shapes";

const authShape = shapesOf(() => import("@/lib/auth/schema"));

export function setUp(body: Setup): Promise<SetUp> {
  return request("POST", "/api/v1/setup", authShape("SetUp"), { body });
}

export async function changePassword(body: ChangePassword): Promise<void> {
  await send("POST", "/api/v1/account/password", { body });
}

export async function signOutEverywhere(): Promise<void> {
  await send("POST", "/api/v1/account/sign-out-everywhere");
}

export function getInvitationLink(token: string, signal?: AbortSignal): Promise<InvitationPreview> {
  return request("GET", linkOf(token), authShape("InvitationPreview"), { signal });
}

export function acceptInvitation(
  token: string,
  body: AcceptInvitation,
): Promise<AcceptedInvitation> {
  return request("POST", `${linkOf(token)}/accept`, authShape("AcceptedInvitation"), { body });
}

function linkOf(token: string): string {
  return `/api/v1/invitation-links/${encodeURIComponent(token)}`;
}

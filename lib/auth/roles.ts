import type { Role } from "@/lib/clients/schema";
import type { Scope } from "@/lib/context";

const view: Scope[] = ["artifacts:read", "screens:read", "members:read"];
const upload: Scope[] = [...view, "artifacts:write"];
const manage: Scope[] = [...upload, "artifacts:delete", "screens:write", "members:write"];

const scopes: Record<Role, ReadonlySet<Scope>> = {
  OWNER: new Set<Scope>([...manage, "client:write"]),
  MANAGER: new Set(manage),
  UPLOADER: new Set(upload),
  VIEWER: new Set(view),
};

/** What a role may do in its client. A platform administrator may what an owner may, in every client. */
export function scopesOf(role: Role): ReadonlySet<Scope> {
  return scopes[role];
}

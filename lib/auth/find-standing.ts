import type { Pool } from "pg";
import type { Role } from "@/lib/clients/schema";

export interface Membership {
  clientId: string;
  role: Role;
  siteIds: string[];
}

/** A person as of now: who, and what they may where. */
export interface Standing {
  userId: string;
  email: string;
  name: string;
  isAdmin: boolean;
  sessionVersion: number;
  memberships: Membership[];
}

const text = `
  select u.id as "userId", u.email, u.name, u.is_admin as "isAdmin",
    u.session_version as "sessionVersion",
    coalesce((
      select json_agg(json_build_object('clientId', m.client_id, 'role', m.role, 'siteIds', (
        select coalesce(json_agg(s.site_id), '[]') from membership_sites s
        where s.client_id = m.client_id and s.user_id = m.user_id)) order by m.client_id)
      from memberships m where m.user_id = u.id), '[]') as memberships
  from users u where u.id = $1`;

export async function findStanding(pool: Pool, userId: string): Promise<Standing | undefined> {
  const found = await pool.query<Standing>({ name: "auth-standing", text, values: [userId] });
  return found.rows[0];
}

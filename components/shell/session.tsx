"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import type { Scope } from "@/lib/auth/schema";
import type { Client } from "@/lib/clients/schema";
import { useCurrentRights } from "./use-current-rights";
import { useRenewedSession } from "./use-renewed-session";

export interface SessionPerson {
  userId: string;
  name: string;
  email: string;
  isAdmin: boolean;
  clients: Client[];
}

const PersonContext = createContext<SessionPerson | undefined>(undefined);
const ClientContext = createContext<CurrentClient | undefined>(undefined);

interface CurrentClient {
  client: Client;
  /** Only for what is shown: the server decides again. */
  can: (scope: Scope) => boolean;
}

export function PersonProvider(props: { person: SessionPerson; children: ReactNode }) {
  useRenewedSession();
  return <PersonContext value={props.person}>{props.children}</PersonContext>;
}

interface ClientProviderProps {
  client: Client;
  scopes: Scope[];
  children: ReactNode;
}

export function ClientProvider({ client, scopes, children }: ClientProviderProps) {
  useCurrentRights(client.id);
  const value = useMemo(
    () => ({ client, can: (scope: Scope) => scopes.includes(scope) }),
    [client, scopes],
  );
  return <ClientContext value={value}>{children}</ClientContext>;
}

/** The signed-in person. */
export function usePerson(): SessionPerson {
  const person = use(PersonContext);
  if (!person) throw new Error("usePerson stands outside PersonProvider");
  return person;
}

/** The same where pages may belong to no client. */
export function useOptionalClient(): CurrentClient | undefined {
  return use(ClientContext);
}

/** The client whose pages are shown, and what the person may do in it. */
export function useClient(): CurrentClient {
  const client = use(ClientContext);
  if (!client) throw new Error("useClient stands outside ClientProvider");
  return client;
}

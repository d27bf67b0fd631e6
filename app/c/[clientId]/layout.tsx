import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AppFrame } from "@/components/shell/app-frame";
import { SignInRedirect } from "@/components/shell/sign-in-redirect";
import { authenticateSession, scopesOf } from "@/lib/auth";

interface ClientLayoutProps {
  params: Promise<{ clientId: string }>;
  children: ReactNode;
}

export default async function ClientLayout({ params, children }: ClientLayoutProps) {
  const { clientId } = await params;
  const person = await authenticateSession(await headers());
  if (!person) return <SignInRedirect />;
  const client = person.clients.find(({ id }) => id === clientId);
  if (!client) notFound();
  const scopes = [...scopesOf(person.isAdmin ? "OWNER" : (client.role ?? "VIEWER"))];
  return (
    <AppFrame person={person} client={client} scopes={scopes}>
      {children}
    </AppFrame>
  );
}

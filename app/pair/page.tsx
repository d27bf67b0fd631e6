import { headers } from "next/headers";
import { PairPage } from "@/components/screens/pair-page";
import { PersonFrame } from "@/components/shell/person-frame";
import { SignInRedirect } from "@/components/shell/sign-in-redirect";
import { authenticateSession, scopesOf } from "@/lib/auth";

interface PairRouteProps {
  searchParams: Promise<{ code?: string | string[] }>;
}

export default async function PairRoute({ searchParams }: PairRouteProps) {
  const person = await authenticateSession(await headers());
  if (!person) return <SignInRedirect />;
  const { code } = await searchParams;
  const clients = person.clients.filter(({ role }) =>
    scopesOf(person.isAdmin ? "OWNER" : (role ?? "VIEWER")).has("screens:write"),
  );
  return (
    <PersonFrame person={person}>
      <PairPage clients={clients} code={typeof code === "string" ? code : ""} />
    </PersonFrame>
  );
}

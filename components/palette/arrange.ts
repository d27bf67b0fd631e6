import { type Command, type CommandGroup, commandGroups } from "./command";
import { rank } from "./rank";

export interface Arranged {
  group: CommandGroup;
  commands: Command[];
}

/** The palette's rows in their groups: what was used last first, or what fits best. */
export function arrange(
  query: string,
  commands: readonly Command[],
  recent: readonly string[],
): Arranged[] {
  const searching = query.trim() !== "";
  const fitting = searching ? rank(query, commands) : withRecent(commands, recent);
  const groups = new Map<CommandGroup, Command[]>();
  for (const command of fitting) {
    const group = groups.get(command.group) ?? [];
    group.push(command);
    groups.set(command.group, group);
  }
  // The group with the best row comes first; without a question all have their place.
  const order = searching ? [...groups.keys()] : commandGroups;
  return order.flatMap((group) => {
    const commands = groups.get(group);
    return commands ? [{ group, commands }] : [];
  });
}

function withRecent(commands: readonly Command[], recent: readonly string[]): Command[] {
  const used = recent.flatMap((id) => commands.find((command) => command.id === id) ?? []);
  const rest = commands.filter(({ id }) => !recent.includes(id));
  return [...used.map((command) => ({ ...command, group: "recent" as const })), ...rest];
}

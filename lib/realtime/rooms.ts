/** Who is where. A room without anyone does not exist. */
export interface Rooms<T> {
  join(name: string, member: T): () => void;
  members(name: string): Iterable<T>;
  names(): Iterable<string>;
  all(): Iterable<T>;
  clear(): void;
}

export function createRooms<T>(): Rooms<T> {
  const rooms = new Map<string, Set<T>>();
  return {
    join(name, member) {
      const room = rooms.get(name) ?? new Set();
      rooms.set(name, room.add(member));
      return () => {
        room.delete(member);
        if (room.size === 0 && rooms.get(name) === room) rooms.delete(name);
      };
    },
    members: (name) => rooms.get(name) ?? [],
    names: () => rooms.keys(),
    *all() {
      for (const room of rooms.values()) yield* room;
    },
    clear: () => rooms.clear(),
  };
}

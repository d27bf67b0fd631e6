import type { RouteHandler } from "./route";

export type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
export type RouteModule = Partial<Record<Method, RouteHandler>>;

/** A route file of app/, by the path that its folders spell, `[name]` and all. */
export interface RouteEntry {
  path: string;
  module: RouteModule;
}

interface Match {
  module: RouteModule;
  params: Record<string, string>;
}

interface Node {
  fixed: Map<string, Node>;
  dynamic?: { name: string; node: Node };
  module?: RouteModule;
}

/** Matches as Next does: a fixed segment wins over a dynamic one. */
export function createMatcher(entries: readonly RouteEntry[]): (path: string) => Match | undefined {
  const root: Node = { fixed: new Map() };
  for (const { path, module } of entries) insert(root, segmentsOf(path), module);
  return (path) => find(root, segmentsOf(path), {});
}

function insert(node: Node, [first, ...rest]: string[], module: RouteModule): void {
  if (first === undefined) {
    node.module = module;
  } else if (first.startsWith("[")) {
    node.dynamic ??= { name: first.slice(1, -1), node: { fixed: new Map() } };
    insert(node.dynamic.node, rest, module);
  } else {
    const next = node.fixed.get(first) ?? { fixed: new Map() };
    node.fixed.set(first, next);
    insert(next, rest, module);
  }
}

function find(node: Node, segments: string[], params: Match["params"]): Match | undefined {
  const [first, ...rest] = segments;
  if (first === undefined) return node.module && { module: node.module, params };
  const fixed = node.fixed.get(first);
  const found = fixed && find(fixed, rest, params);
  if (found) return found;
  const value = decode(first);
  if (!node.dynamic || !value) return undefined;
  return find(node.dynamic.node, rest, { ...params, [node.dynamic.name]: value });
}

function segmentsOf(path: string): string[] {
  return path.split("/").slice(1);
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

import { CURRENT, type ApiList } from "./api-list";
import { ACTION, camel, ExcelError, pascal, PATH, type Action, type Answer, type Arguments, type Query, type Request } from "./protocol";
import { Remote, RemoteCollection } from "./remote";

type Shelf = Record<string, unknown>;

/** Registrations of events are members of the wire only; here is the public member each one belongs to. */
const EVENT_MEMBERS: Readonly<Record<string, string>> = {
  DataChangedEvent: "onChanged", AddedEvent: "onAdded", DeletedEvent: "onDeleted", SelectionChangedEvent: "onSelectionChanged",
  ActivatedEvent: "onActivated", CalculatedEvent: "onCalculated", FormatChangedEvent: "onFormatChanged", EventNameChanged: "onNameChanged",
  RowHiddenChangedEvent: "onRowHiddenChanged", ProtectionChangedEvent: "onProtectionChanged",
};

/**
 * Answers rich-API requests: resolves object paths, runs the actions in order, stops at the first error.
 * There is no rollback, as in Excel. Knows nothing about workbooks; those are `Remote` objects.
 */
export class Interpreter {
  private readonly references = new Map<string, Remote>();
  private nextReference = 1;

  constructor(
    private readonly root: () => Remote,
    private readonly services: Readonly<Record<string, Shelf>>,
    private readonly api: ApiList,
    /** Members above this level do not exist. */
    public level: number = CURRENT,
  ) {}

  /** `failAt`: an action that is not run and fails instead, for faults in the middle of a request. */
  execute(request: Request, failAt: { readonly index: number; readonly error: ExcelError } | null = null): Answer {
    const turn = new Turn(this, request);
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (failAt?.index === index) throw failAt.error;
        if (action.ActionType === ACTION.trace) traces.push(action.Id);
        const value = turn.run(action);
        results.push({ ActionId: action.Id, Value: value === undefined ? null : value });
      } catch (caught) {
        const error = caught instanceof ExcelError ? caught : new ExcelError("GeneralException", caught instanceof Error ? caught.stack : String(caught), 500);
        return {
          Results: results,
          TraceIds: traces,
          Error: { Code: error.code, Message: error.message, HttpStatusCode: error.status, Location: turn.location(action), ActionIndex: index },
        };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  global(): Remote {
    return this.root();
  }

  service(name: string): Shelf {
    const service = this.services[name];
    if (!service) throw new ExcelError("ApiNotFound", `service ${name}`, 404);
    return service;
  }

  keep(object: Remote): string {
    const id = `ref${String(this.nextReference++)}`;
    this.references.set(id, object);
    return id;
  }

  release(id: string): void {
    this.references.delete(id);
  }

  kept(id: string): Remote {
    const object = this.references.get(id);
    if (!object) throw new ExcelError("InvalidObjectPath", `reference ${id} was released`);
    return object;
  }

  /** Number of objects the add-in still holds on to: grows when it forgets to untrack. */
  get heldReferences(): number {
    return this.references.size;
  }

  /** The member's key on the object, if it exists at this level. */
  member(object: Shelf | Remote, wireName: string): string {
    const name = camel(wireName);
    const className = object instanceof Remote ? object.className : "";
    const event = /^_(?:Unr|R)egister(\w+)$/.exec(wireName)?.[1];
    const known = this.api[className]?.[event ? (EVENT_MEMBERS[event] ?? name) : name];
    if (known && known.level > this.level) throw new ExcelError("ApiNotFound", `${className}.${name} needs a later ExcelApi`, 404);
    const key = wireName in object ? wireName : name;
    const unknown = object instanceof Remote && !known && !wireName.startsWith("_");
    if (!(key in object) || unknown) throw new ExcelError("ApiNotFound", `${className}.${name} is not modelled by the test host`, 404);
    return key;
  }

  /** Members that `load()` without names gives: plain data that exists and is modelled. */
  scalars(object: Remote): readonly string[] {
    return Object.entries(this.api[object.className] ?? {})
      .filter(([name, member]) => !member.isMethod && member.gives === null && member.level <= this.level && name in object && name !== "context")
      .map(([name]) => name);
  }
}

/** One request being answered. */
class Turn {
  private readonly resolved = new Map<number, unknown>();
  private readonly identities = new Map<Remote, string>();

  constructor(private readonly host: Interpreter, private readonly request: Request) {}

  location(action: Action): string {
    const object = this.resolved.get(action.ObjectPathId);
    const name = action.Name || (this.request.ObjectPaths?.[action.ObjectPathId]?.Name ?? "");
    return `${object instanceof Remote ? object.className : ""}.${camel(name)}`;
  }

  run(action: Action): unknown {
    if (action.ActionType === ACTION.trace || action.ActionType === ACTION.ensureUnchanged) return null;
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object === null ? null : this.identity(object);
      case ACTION.query:
      case ACTION.queryAsJson:
        return object === null ? null : this.query(object as Remote, action.QueryInfo ?? {}, action.ActionType === ACTION.queryAsJson);
      case ACTION.setProperty:
        this.set(object, action.Name, this.args(action.ArgumentInfo)[0]);
        return null;
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(object, name, value);
        return null;
      case ACTION.method:
        return object === null ? null : this.method(object as Shelf, action);
      default:
        throw new ExcelError("NotImplemented", `action type ${String(action.ActionType)}`, 501);
    }
  }

  private method(object: Shelf, action: Action): unknown {
    if (action.Name === "_KeepReference") {
      const remote = object as unknown as Remote;
      if (!this.identities.has(remote)) this.identities.set(remote, this.host.keep(remote));
      return null;
    }
    const args = this.args(action.ArgumentInfo);
    if (action.Name === "_RemoveReference") {
      this.host.release(String(args[0]));
      return null;
    }
    return this.call(object, action.Name, args);
  }

  private resolve(id: number): unknown {
    if (!this.resolved.has(id)) this.resolved.set(id, this.follow(id) ?? null);
    return this.resolved.get(id);
  }

  private follow(id: number): unknown {
    const path = this.request.ObjectPaths?.[id];
    if (!path) throw new ExcelError("InvalidObjectPath", `no object path ${String(id)}`);
    if (path.ObjectPathType === PATH.global) return this.host.global();
    if (path.ObjectPathType === PATH.nothing) return null;
    if (path.ObjectPathType === PATH.newObject) return this.host.service(path.Name);
    if (path.ObjectPathType === PATH.reference) return this.host.kept(path.Name);
    const parent = (path.ParentObjectPathId ? this.resolve(path.ParentObjectPathId) : null) as Shelf | null;
    if (parent === null) return null;
    if (path.ObjectPathType === PATH.property) return parent[this.host.member(parent, path.Name)];
    return this.call(parent, path.ObjectPathType === PATH.indexer ? "getItem" : path.Name, this.args(path.ArgumentInfo));
  }

  private args(info: Arguments | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    const walk = (value: unknown, reference: unknown): unknown => {
      if (typeof reference === "number" && reference > 0 && value === reference) return this.resolve(reference);
      if (Array.isArray(value)) return value.map((inner, i) => walk(inner, Array.isArray(reference) ? (reference as unknown[])[i] : 0));
      return value;
    };
    return (info?.Arguments ?? []).map((value, i) => walk(value, references[i]));
  }

  private call(object: Shelf, name: string, args: readonly unknown[]): unknown {
    const method = object[this.host.member(object, name)];
    if (typeof method !== "function") throw new ExcelError("ApiNotFound", `${camel(name)} is no method`, 404);
    return (method as (...all: unknown[]) => unknown).apply(object, [...args]);
  }

  private set(object: unknown, name: string, value: unknown): void {
    if (object === null) throw new ExcelError("InvalidObjectPath", `${name} set on a null object`);
    const shelf = object as Shelf;
    shelf[this.host.member(shelf, name)] = value;
  }

  private identity(object: unknown): Shelf {
    const shelf = object as Shelf;
    const identity: Shelf = {};
    if (object instanceof Remote && "id" in shelf) identity["Id"] = shelf["id"];
    const kept = object instanceof Remote ? this.identities.get(object) : undefined;
    if (kept !== undefined) identity["_ReferenceId"] = kept;
    return identity;
  }

  /** `Select` names members by path (`format/fill/color`, `*`); a collection passes them on to its members. */
  private query(object: Remote, query: Query, asJson: boolean): Shelf {
    const select = [...(query.Select ?? []), ...(query.Expand ?? []).map((name) => `${name}/*`)];
    if (!(object instanceof RemoteCollection)) return { ...this.identity(object), ...this.read(object, select.length ? select : ["*"], asJson) };
    let members = object.members();
    if (query.Skip) members = members.slice(query.Skip);
    if (query.Top !== undefined) members = members.slice(0, query.Top);
    const own = select.filter((name) => this.isOwn(object, name));
    const rest = select.filter((name) => !this.isOwn(object, name));
    const items = members.map((member) => this.query(member as Remote, { Select: rest }, asJson));
    return { ...this.identity(object), ...(own.length ? this.read(object, own, asJson) : {}), [asJson ? "items" : "_Items"]: items };
  }

  private isOwn(object: Remote, name: string): boolean {
    return name === "count" || name === "Count" ? this.host.scalars(object).includes("count") : false;
  }

  private read(object: Remote, select: readonly string[], asJson: boolean): Shelf {
    const out: Shelf = {};
    const nested = new Map<string, string[]>();
    const shelf = object as unknown as Shelf;
    const label = (name: string): string => (asJson ? camel(name) : pascal(name));
    for (const path of select) {
      const [head = "", ...tail] = path.split("/");
      if (head === "" || head === "$none") continue;
      if (head === "*") for (const name of this.host.scalars(object)) out[label(name)] = shelf[name];
      else if (tail.length) nested.set(head, [...(nested.get(head) ?? []), tail.join("/")]);
      else {
        const value = shelf[this.host.member(object, head)];
        if (value instanceof Remote) nested.set(head, nested.get(head) ?? []);
        else out[label(head)] = value;
      }
    }
    for (const [head, paths] of nested) {
      const child = shelf[this.host.member(object, head)];
      out[label(head)] = child instanceof Remote ? this.query(child, { Select: paths }, asJson) : null;
    }
    return out;
  }
}

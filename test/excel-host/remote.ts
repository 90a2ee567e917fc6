/** An object of the workbook as office.js knows it: public members carry the API's own (camelCase) names. */
export abstract class Remote {
  /** Its class in the API, such as `Range`. */
  abstract readonly className: string;
}

/** A collection: `load("items/name")` asks each of `members()`. */
export abstract class RemoteCollection<T extends Remote> extends Remote {
  abstract members(): readonly T[];
  getCount(): number {
    return this.members().length;
  }
}

/**
 * A class that only remembers what is set. Members not in `defaults` do not exist, so that a member nobody modelled
 * is refused loudly; children are objects of their own.
 */
export class Bag extends Remote {
  [member: string]: unknown;
  constructor(readonly className: string, defaults: Readonly<Record<string, unknown>>) {
    super();
    Object.assign(this, defaults);
  }
}

import { BooleanNumber, type Nullable } from "@univerjs/presets";
import { ArrayValueObject, BaseFunction, type BaseReferenceObject, type BaseValueObject, BooleanValueObject, ErrorType, ErrorValueObject, FunctionType, IDescriptionService, IFunctionService, NumberValueObject, StringValueObject } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

/** A function as the grid registers it (自定义函数). It throws, or hands back as an element, an error with a `kind`. */
export interface GridFunction {
  readonly id: string;
  readonly parameters: number;
  readonly required: number;
  readonly run: (args: readonly unknown[]) => unknown;
}

/** What the function list and the hints say. */
export interface FunctionHelp {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean }[];
}

type Given = BaseValueObject | BaseReferenceObject;
type Answer = BaseValueObject;

/**
 * Registers functions in the grid's formula engine. To be called after the first workbook exists:
 * before, the engine takes them and forgets them.
 */
export function registerFunctions(grid: Grid, functions: readonly GridFunction[], help: readonly FunctionHelp[]): void {
  const service = grid.injector.get(IFunctionService);
  service.registerExecutors(...functions.map(executor));
  service.deleteFormulaAstCacheKey(...functions.map((one) => one.id));
  grid.injector.get(IDescriptionService).registerDescriptions(help.map(listed));
  grid.api.getFormula().executeCalculation();
}

function executor(one: GridFunction): BaseFunction {
  const made = new (class extends BaseFunction {
    // Plain arguments hand blanks and omissions over as 0; references show them as what they are.
    override needsReferenceObject = true;

    override calculate(...given: BaseValueObject[]): Answer {
      try {
        if (given.length < one.required || given.length > one.parameters) return ErrorValueObject.create(ErrorType.VALUE, "参数个数不对，请对照函数说明改正。");
        return answer(one.run(given.map(argument)));
      } catch (error) {
        // One error thrown here would leave every formula of the workbook empty.
        return problem(error);
      }
    }
  })(one.id);
  return made;
}

/** An argument as the functions know it: a range or an array as rows, a blank or an omission as null. */
function argument(given: Given): unknown {
  if (given.isReferenceObject()) return rangeRows(given as BaseReferenceObject);
  const value = given as BaseValueObject;
  if (value.isArray()) return (value as ArrayValueObject).getArrayValue().map((row) => row.map((cell) => single(cell)));
  return single(value);
}

function rangeRows(reference: BaseReferenceObject): unknown[][] {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const rows = Array.from({ length: endRow - startRow + 1 }, () => new Array<unknown>(endColumn - startColumn + 1).fill(null));
  reference.iterator((value, row, column) => {
    const line = rows[row - startRow];
    if (line) line[column - startColumn] = single(value);
    return true;
  });
  return rows;
}

function single(value: Nullable<BaseValueObject>): unknown {
  if (!value || value.isNull()) return null;
  return value.getValue();
}

function answer(result: unknown): Answer {
  if (!Array.isArray(result)) return cell(result);
  const rows: readonly unknown[] = result;
  const cells = rows.map((row) => (Array.isArray(row) ? row.map(cell) : [cell(row)]));
  return ArrayValueObject.create({ calculateValueList: cells, rowCount: cells.length, columnCount: cells[0]?.length ?? 0, unitId: "", sheetId: "", row: -1, column: -1 });
}

function cell(value: unknown): Answer {
  if (value instanceof Error) return problem(value);
  if (typeof value === "number") return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return StringValueObject.create(typeof value === "string" ? value : "");
}

/** Missing data is `#N/A`, anything else `#VALUE!`; the text says what to do. */
function problem(error: unknown): ErrorValueObject {
  const { kind, message } = error as { kind?: unknown; message?: unknown };
  return ErrorValueObject.create(kind === "notAvailable" ? ErrorType.NA : ErrorType.VALUE, typeof message === "string" ? message : "");
}

function listed(one: FunctionHelp) {
  return {
    functionName: one.id,
    functionType: FunctionType.User,
    description: one.description,
    abstract: one.description.split(/[。；：（]/)[0] ?? one.description,
    functionParameter: one.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: "",
      require: parameter.optional === true ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  };
}

import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import type { Host } from "../host/host";
import { type Grid, startGrid } from "../host/univer";
import { FileError, type OpenedFile, type WorkbookModel } from "../xlsx";
import { type Book, readFile, savedName, showBook } from "./book";
import { askToReplace, showHelp } from "./dialogs";
import { element, make } from "./elements";
import { showEntryNotes } from "./entry-note";
import { listenForFiles, listenForKeys } from "./gestures";
import { drawn, loading, notice } from "./notice";
import { sampleCounty, SAMPLE_NAME } from "./sample-county";

/** The page without Excel (网页工作台): one grid, one pane, one workbook at a time. */
class Desk {
  private book: Book | null = null;
  private isBusy = false;
  private leavePane: () => void = () => undefined;

  constructor(private readonly grid: Grid, private readonly pane: HTMLElement) {}

  async show(name: string, model: WorkbookModel, opened: OpenedFile | null): Promise<void> {
    this.leavePane();
    this.book?.close();
    this.pane.replaceChildren();
    this.book = showBook(this.grid, name, model, opened, () => this.tell());
    this.tell();
    const place = make("div", { class: "pane-root" });
    this.pane.append(place);
    const { mountPane } = await import("../taskpane");
    this.leavePane = mountPane(place, this.book.host, { onSample: () => void this.openSample() });
  }

  /** Asks about unsaved work only once the file has proved good. */
  open(file: File): Promise<void> {
    return this.guarded(`正在打开「${file.name}」……`, async () => {
      const opened = await readFile(file);
      if (opened && (await this.mayReplace())) await this.show(opened.name, opened.model, opened);
    });
  }

  openSample(): Promise<void> {
    return this.guarded("正在打开示例……", async () => {
      if (await this.mayReplace()) await this.show(SAMPLE_NAME, sampleCounty(), null);
    });
  }

  async save(): Promise<void> {
    const { book } = this;
    if (!book) return;
    await this.guarded("正在保存……", async () => {
      const bytes = await book.bytes();
      download(bytes, savedName(book.name));
      book.markSaved();
      notice(`已保存为「${savedName(book.name)}」，在浏览器的下载文件夹里。`, "success");
    });
  }

  get host(): Host | null {
    return this.book?.host ?? null;
  }

  get hasUnsaved(): boolean {
    return this.book?.hasUnsaved ?? false;
  }

  private async mayReplace(): Promise<boolean> {
    return !this.book?.hasUnsaved || askToReplace(this.book.name);
  }

  /** One thing at a time: a second file dropped meanwhile is not taken. */
  private async guarded(text: string, work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    notice(null);
    loading(text);
    await drawn();
    try {
      await work();
    } catch (error) {
      notice(error instanceof FileError ? error.message : `没有完成，请重试；原来的内容没有改动。（${String(error)}）`);
    } finally {
      loading(null);
      this.isBusy = false;
    }
  }

  private tell(): void {
    const { book } = this;
    element("file-name").textContent = book?.name ?? "";
    element("unsaved").hidden = !this.hasUnsaved;
    element<HTMLButtonElement>("save").disabled = book === null;
    document.title = book ? `${this.hasUnsaved ? "* " : ""}${book.name} - 义教均衡` : "义教均衡";
  }
}

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }));
  make("a", { href: url, download: name }).click();
  // The browser needs the address until it has begun to write the file.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Starts the page and opens the sample county, so that a newcomer sees at once what it is. */
export async function startDesk(gridPlace: HTMLElement, panePlace: HTMLElement): Promise<void> {
  const darkness = window.matchMedia("(prefers-color-scheme: dark)");
  const grid = startGrid(gridPlace, darkness.matches);
  darkness.addEventListener("change", () => grid.setDark(darkness.matches));
  const desk = new Desk(grid, panePlace);
  showEntryNotes(grid);
  const chooser = element<HTMLInputElement>("file");
  const choose = () => chooser.click();
  chooser.addEventListener("change", () => {
    const [file] = chooser.files ?? [];
    if (file) void desk.open(file);
    chooser.value = "";
  });
  element("open").addEventListener("click", choose);
  element("save").addEventListener("click", () => void desk.save());
  element("sample").addEventListener("click", () => void desk.openSample());
  element("help").addEventListener("click", () => void showHelp());
  element("notice-close").addEventListener("click", () => notice(null));
  listenForKeys({ open: choose, save: () => void desk.save() });
  listenForFiles((file) => void desk.open(file));
  window.addEventListener("beforeunload", (event) => {
    if (desk.hasUnsaved) event.preventDefault();
  });
  // For tests and for looking into a bug report; nothing on the page reads it.
  Object.assign(window, { __yjjh: { api: grid.api, host: () => desk.host } });
  await desk.show(SAMPLE_NAME, sampleCounty(), null);
}

/** Ways out of the pane other than the workbook (文件与图片), handed in so that tests need no browser. */
export interface Outlets {
  /** Offers a file to keep, under this name. */
  save(name: string, content: Uint8Array, type: string): void;
  /** Draws an SVG in its own size, with so many dots to a pixel. */
  draw(svg: string, dots: number): Promise<Drawn>;
}

export interface Drawn {
  readonly png: Uint8Array;
  /** In pixels of the SVG. */
  readonly width: number;
  readonly height: number;
}

export const browserOutlets: Outlets = {
  save(name, content, type) {
    const url = URL.createObjectURL(new Blob([new Uint8Array(content)], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    // The browser takes the content over when it begins to save.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },
  async draw(svg, dots) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * dots);
    canvas.height = Math.round(height * dots);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (png === null) throw new Error("The picture could not be drawn.");
    return { png: new Uint8Array(await png.arrayBuffer()), width, height };
  },
};

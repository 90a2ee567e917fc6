// Builds that share `dist/`: the add-in (tiny entry, the pane on demand), the page without Excel (large, never loaded by Excel),
// and that page again as one file to hand on, which opens by a double click.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";
import CopyWebpackPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import TerserPlugin from "terser-webpack-plugin";
import { buildMetadata } from "./src/functions/build-metadata.js";
import { coreModule } from "./webpack.core.js";

const root = import.meta.dirname;
const at = (...parts) => path.resolve(root, ...parts);

/** Where the add-in is served from; `--env base=https://…/` writes another address into the manifest. */
const DEV_BASE = "https://localhost:3000/";

/** `--env officejs=`: the copy from the package (default, for machines without internet), Microsoft's CDN, or its Chinese CDN. */
const OFFICE_JS = {
  local: { url: "officejs/office.js", origin: "" },
  ms: { url: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js", origin: "https://appsforoffice.microsoft.com" },
  "21v": { url: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js", origin: "https://appsforoffice.cdn.partner.office365.cn" },
};

// The hash of the empty string is all Fluent's style elements need.
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const addinPolicy = (origin) =>
  `default-src 'self' ${origin}; style-src 'self' ${EMPTY_STYLE} ${origin}; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'`.replace(/ +/g, " ").replace(/ ;/g, ";");
const PAGE_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'";

/** Emits `functions.json` and its English twin, made from the declarations in `src/functions`. */
class FunctionMetadataPlugin {
  constructor(form) { this.form = form; }
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("FunctionMetadata", (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: "FunctionMetadata", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        const made = await buildMetadata({ form: this.form });
        for (const name of ["functions.json", "functions.en-US.json"]) compilation.emitAsset(name, new webpack.sources.RawSource(made[name]));
      });
    });
  }
}

/**
 * The page as one file: its script and style inside its HTML, for a disk allows neither module scripts nor fetching.
 * The policy names the script by its hash and forbids the network altogether.
 */
class OneFilePlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("OneFile", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "OneFile", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_HASH }, (assets) => {
        const take = (extension) => Object.keys(assets).filter((name) => name.endsWith(extension)).map((name) => {
          const text = String(assets[name].source());
          compilation.deleteAsset(name);
          return text;
        }).join("\n");
        const style = take(".css").replaceAll("</style", "<\\/style");
        // Neither may end the script element early, nor open a comment in it.
        const script = take(".js").replace(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "\\x3C!--").replaceAll("\r", "\\r");
        const hash = createHash("sha256").update(script).digest("base64");
        const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'none'; base-uri 'none'`;
        const [page] = Object.keys(assets).filter((name) => name.endsWith(".html"));
        compilation.updateAsset(page, (html) => new webpack.sources.RawSource(String(html.source())
          .replace("</title>", () => `</title><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style>`)
          .replace("</body>", () => `<script>${script}</script></body>`)));
      });
    });
  }
}

// The grid hyphenates Western languages by 75 tables; Chinese sheets need none of them.
const withoutHyphenation = () => new webpack.NormalModuleReplacementPlugin(/^\.\/[a-z\d-]+-[\w-]{8}\.js$/, (request) => {
  if (/[\\/]@univerjs[\\/]engine-render[\\/]/.test(request.context)) request.request = "data:text/javascript,export{}";
});

/** The page's own icon sits in its HTML, so that it opens from a disk too. */
const iconUrl = `data:image/svg+xml,${encodeURIComponent(readFileSync(at("assets/icon.svg"), "utf8"))}`;

function shared(production) {
  return {
    mode: production ? "production" : "development",
    devtool: production ? false : "source-map",
    target: ["web", "es2022"],
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } } },
        },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
        { test: /\.wasm(\.gz)?$/, type: "asset/resource" },
      ],
    },
    // swc minifies the large page in a tenth of terser's time. Every pass and every letter of a name counts towards what a formula downloads.
    optimization: {
      mangleExports: production && "size",
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false, terserOptions: { compress: { passes: 3 } } })],
    },
    performance: { hints: false },
  };
}

async function addin(env, production) {
  const office = OFFICE_JS[env.officejs ?? "local"];
  if (!office) throw new Error(`--env officejs 只能是 ${Object.keys(OFFICE_JS).join("、")}`);
  const base = env.base ?? DEV_BASE;
  const officeDist = at("node_modules/@microsoft/office-js/dist");
  return {
    ...shared(production),
    name: "addin",
    // Named in the manifest: no hash. The pane's files are asked for beside the page, so the entry need not find out where it came from.
    entry: { taskpane: "./src/addin/index.ts" },
    output: { path: at("dist"), publicPath: "", filename: "[name].js", chunkFilename: production ? "pane/[name].[contenthash:8].js" : "pane/[name].js" },
    plugins: [
      ...(production ? [await coreModule(shared(production), at("src/functions/associate.ts"))] : []),
      new FunctionMetadataPlugin(env.functions === "namespace" ? "namespace" : "full"),
      new HtmlWebpackPlugin({ filename: "taskpane.html", template: "./src/addin/taskpane.html", scriptLoading: "defer", officeJs: office.url, policy: production ? addinPolicy(office.origin) : "" }),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/*.png", to: "assets/[name][ext]" },
          { from: "manifest.xml", to: "manifest.xml", transform: (content) => String(content).replaceAll(DEV_BASE, base) },
          ...(office === OFFICE_JS.local
            ? [
                { from: "{office,excel-web-16.00,excel-web-16.00-core,excel-win32-16.00,excel-win32-16.01,excel-win32-16.01-core,excel-mac-16.00,excel-mac-16.00-core,o15apptofilemappingtable,custom-functions-runtime,es6-promise}.js", to: "officejs", context: officeDist },
                { from: "{zh-cn,en-us}/*_strings.js", to: "officejs", context: officeDist },
                { from: "{telemetry,ariatelemetry}/*.js", to: "officejs", context: officeDist },
                { from: "LICENSE.md", to: "officejs/LICENSE.md", context: path.dirname(officeDist) },
              ]
            : []),
        ],
      }),
    ],
  };
}

/** `help` is what Excel is told about the functions, as JSON: the page's function list says the same. */
function page(env, production, help) {
  return {
    ...shared(production),
    name: "page",
    entry: { workbench: "./src/workbench/index.ts" },
    output: { path: at("dist"), filename: production ? "workbench/[name].[contenthash:8].js" : "workbench/[name].js", chunkFilename: production ? "workbench/[name].[contenthash:8].js" : "workbench/[name].js", assetModuleFilename: "workbench/[name].[hash:8][ext]" },
    plugins: [
      new webpack.DefinePlugin({ YJJH_FUNCTION_HELP: help }),
      withoutHyphenation(),
      new MiniCssExtractPlugin({ filename: production ? "workbench/[name].[contenthash:8].css" : "workbench/[name].css" }),
      new HtmlWebpackPlugin({ filename: "workbench.html", template: "./src/workbench/workbench.html", scriptLoading: "defer", policy: production ? PAGE_POLICY : "", icon: iconUrl }),
    ],
    devServer: {
      port: Number(env.port ?? 8080),
      host: "localhost",
      open: env.open === undefined ? false : ["/workbench.html"],
      hot: false,
      client: { overlay: false },
      static: false,
      devMiddleware: { index: "workbench.html" },
    },
  };
}

/** `义教均衡.html`: the page in one script without chunks, to be opened from a disk. */
function single(production, help) {
  const base = shared(production);
  return {
    ...base,
    name: "single",
    devtool: false,
    entry: { single: "./src/workbench/index.ts" },
    output: { path: at("dist"), filename: "single.js", publicPath: "" },
    module: { ...base.module, parser: { javascript: { dynamicImportMode: "eager" } }, generator: { asset: { dataUrl: { encoding: "base64" } } } },
    plugins: [
      new webpack.DefinePlugin({ YJJH_FUNCTION_HELP: help }),
      withoutHyphenation(),
      new MiniCssExtractPlugin({ filename: "single.css" }),
      new HtmlWebpackPlugin({ filename: "义教均衡.html", template: "./src/workbench/workbench.html", inject: false, policy: "", icon: iconUrl }),
      new OneFilePlugin(),
    ],
  };
}

export default async (env = {}, argv = {}) => {
  const production = argv.mode === "production";
  const help = (await buildMetadata({ form: "full" }))["functions.json"];
  if (env.single) return single(production, help);
  if (env.page) return page(env, production, help);
  if (env.addin) return addin(env, production);
  if (env.excel) {
    const { getHttpsServerOptions } = await import("office-addin-dev-certs");
    return { ...(await addin(env, production)), devServer: { port: 3000, hot: false, static: false, client: { overlay: false }, server: { type: "https", options: await getHttpsServerOptions() }, headers: { "Access-Control-Allow-Origin": "*" } } };
  }
  return [await addin(env, production), page(env, production, help), single(production, help)];
};

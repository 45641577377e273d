// Prints a page with WebKitGTK into a PDF, without a dialog: its driver cannot. Runs in gjs, under a screen:
// `HINDSIGHT_PRINT='{"url":…,"cookies":[{"name":…,"value":…}],"isWhole":…,"file":…}' gjs -m webkit-print.js`.
// `isWhole` is an expression that is true of a page that can be printed.
/* oxlint-disable typescript/no-unsafe-call -- GNOME's libraries come without types */
import GLib from "gi://GLib";
import Gtk from "gi://Gtk?version=3.0";
import Soup from "gi://Soup?version=3.0";
import WebKit2 from "gi://WebKit2?version=4.1";

const LOOK_AGAIN_MS = 200;

const { url, cookies, isWhole, file } = JSON.parse(GLib.getenv("HINDSIGHT_PRINT"));
const loop = GLib.MainLoop.new(null, false);
let failure = null;
function end(error = null) {
  failure = error;
  loop.quit();
}

Gtk.init(null);
const context = WebKit2.WebContext.new_ephemeral();
const view = WebKit2.WebView.new_with_context(context);
const window = new Gtk.Window({ default_width: 1280, default_height: 900 });
window.add(view);
window.show_all();
view.connect("load-failed", (_view, _event, _address, error) => end(error));
view.connect("load-changed", (_view, event) => event === WebKit2.LoadEvent.FINISHED && printWhenWhole());
addCookies(cookies, () => view.load_uri(url));
loop.run();
if (failure !== null) throw new Error(failure.message);

function addCookies([first, ...others], whenAdded) {
  if (first === undefined) return whenAdded();
  const host = GLib.Uri.parse(url, GLib.UriFlags.NONE).get_host();
  const cookie = Soup.Cookie.new(first.name, first.value, host, "/", -1);
  context.get_cookie_manager().add_cookie(cookie, null, () => addCookies(others, whenAdded));
}

function printWhenWhole() {
  view.evaluate_javascript(`Boolean(${isWhole})`, -1, null, null, null, (_view, result) => {
    if (view.evaluate_javascript_finish(result).to_boolean()) return printPage();
    GLib.timeout_add(GLib.PRIORITY_DEFAULT, LOOK_AGAIN_MS, () => {
      printWhenWhole();
      return GLib.SOURCE_REMOVE;
    });
  });
}

function printPage() {
  const settings = new Gtk.PrintSettings();
  settings.set_printer("Print to File");
  settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(file, null));
  const operation = WebKit2.PrintOperation.new(view);
  operation.set_print_settings(settings);
  operation.set_page_setup(new Gtk.PageSetup());
  operation.connect("finished", () => end());
  operation.connect("failed", (_operation, error) => end(error));
  operation.print();
}

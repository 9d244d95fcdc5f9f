// On every page: theme, keys with their help, tables that sort and narrow, copying.
import { copying } from "./copying";
import { keyboard } from "./keyboard";
import { tables } from "./tables";
import { theme } from "./theme";

// The script is deferred: the page stands when it runs.
theme();
keyboard();
tables();
copying();

import '@kundig/web-kit/styles.css';
import { showRelativeTimes } from './lite/relative-times.js';
import { startBeacon } from './lite/beacon.js';
import { countOpened } from './lite/opened-results.js';
import { closeMenus } from './lite/menus.js';
import { guardForms } from './lite/form-guard.js';
import { startIslands } from './lite/islands.js';
import { startSchemeSwitch } from './lite/scheme-switch.js';
import { startShortcuts } from './lite/shortcuts.js';
import { hideReplyBar } from './lite/reply-bar.js';

// Everything a reader needs before React: small, without dependencies, and working on the document alone, so that it
// goes on working after React has taken the page over.
startSchemeSwitch();
showRelativeTimes();
closeMenus();
startShortcuts();
guardForms();
hideReplyBar();
startBeacon();
countOpened();
startIslands();

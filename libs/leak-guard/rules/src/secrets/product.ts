/** Products and versions, which are words and numbers as well. */
const PRODUCT =
  /^(?:windows|win|server|office|outlook|exchange|sharepoint|teams|iphone|ipad|ios|android|macos|galaxy|pixel|fritz!?box|firefox|chrome|excel|word|access|lexware|sage|navision|dynamics|thunderbird|nextcloud|synology|proxmox|vmware|citrix|photoshop|acrobat|autocad|solidworks|catia|inventor|revit|visio|onenote|java|python|php|mysql|postgres|mariadb|oracle|veeam|sophos|fortigate|lancom|bintec|draytek|unifi|snom|yealink|auerswald|gigaset|grandstream|starface|agfeo|elmeg|octopus|debian|edge|safari|sql|debian|ubuntu|centos|rhel|tia|simatic|sinumerik|panel|comfort|datev|elster|sap|erp|crm|hmi|sps|cpu|usb|hdmi|vlan|port|ipv|ikev?|sha|aes|md|wpa|oauth|saml|http|tls|ssl|smb|snmpv?|smtp|imap|pop|code|fehler|error|version|firmware|build|rev|update|patch|halle|werk|linie|raum|ebene|stufe|rolle|level|admin|kw|q|iso|din|en|tp|mp|kp|ktp|s7|cr|ek|im|sm|cp|bmk|rs|g|m)[-_. v]?[0-9]/i;
/** Where something stands or happens: *Gebäude12*, *Messe2025*. */
const PLACE =
  /^(?:(?:haus|gebäude|objekt|zone|kasse|platz|gruppe|team|filiale|standort|bereich|etage|zimmer|büro|tor|strecke|wagen|bus|schicht|profil|rolle|rechte|modul|menü|punkt|schritt|kapitel|seite|teil|test|option|variante)[-_. ]?[0-9]{1,2}|(?:portal|ordner|ablage|archiv|formular|antrag|bericht|pass(?:wort)?|kennwort)[\p{L}_-]{0,16}[-_. ]?[0-9]{1,4}|(?:messe|projekt|lohn|jahr|saison|quartal|budget|planung|release)[-_. ]?20[0-9]{2}(?!.))$/iu;

/** Whether a word with a number names what everybody may know: a product, its version, a place, a year of something. */
export const isProduct = (value: string): boolean => PRODUCT.test(value) || PLACE.test(value);

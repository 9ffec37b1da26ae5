import type { Match, Rule } from '../rule.js';

/** Shapes that issuers have published for their keys, so that they can be recognised. */
const FORMATS: readonly RegExp[] = [
  /(?<![A-Za-z0-9])(?:AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{16}(?![A-Za-z0-9])/g, // Amazon Web Services
  /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{20,255}/g, // GitHub
  /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{20,255}/g,
  /(?<![A-Za-z0-9])gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt)-[A-Za-z0-9_-]{16,255}/g, // GitLab
  /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,250}/g, // Slack
  /(?<![A-Za-z0-9])xapp-[0-9]-[A-Z0-9]{6,16}-[0-9]{6,16}-[a-f0-9]{16,128}/g,
  /(?<![A-Za-z0-9])(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,250}/g, // Stripe
  /(?<![A-Za-z0-9])whsec_[A-Za-z0-9+/=]{16,250}/g,
  /(?<![A-Za-z0-9])sk-(?:[a-z]{2,8}-)?[A-Za-z0-9_-]{20,250}/g, // model providers
  /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/g, // Google
  /(?<![A-Za-z0-9])ya29\.[A-Za-z0-9_-]{20,250}/g,
  /(?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_-]{20,40}/g,
  /(?<![A-Za-z0-9])1\/\/0[A-Za-z0-9_-]{30,250}/g,
  /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{30,60}/g,
  /(?<![A-Za-z0-9])pypi-[A-Za-z0-9_-]{40,250}/g,
  /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,64}/g, // SendGrid
  /(?<![A-Za-z0-9])do[oprt]_v1_[a-f0-9]{64}/g, // DigitalOcean
  /(?<![A-Za-z0-9])dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,64}/g, // Docker
  /(?<![A-Za-z0-9])shp(?:at|ca|pa|ss|ua)_[A-Fa-f0-9]{32}/g, // Shopify
  /(?<![A-Za-z0-9])ATATT3[A-Za-z0-9_=-]{20,250}/g, // Atlassian
  /(?<![A-Za-z0-9])SK[a-f0-9]{32}(?![A-Za-z0-9])/g, // Twilio
  /(?<![A-Za-z0-9])key-[a-f0-9]{32}(?![A-Za-z0-9])/g, // Mailgun
  /(?<![A-Za-z0-9])[a-f0-9]{32}-us[0-9]{1,2}(?![A-Za-z0-9])/g, // Mailchimp
  /(?<![A-Za-z0-9])xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}/g, // Brevo
  /(?<![A-Za-z0-9])glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}/g, // Grafana
  /(?<![A-Za-z0-9])dapi[a-f0-9]{32}(?![A-Za-z0-9])/g, // Databricks
  /(?<![A-Za-z0-9])PMAK-[a-f0-9]{24}-[a-f0-9]{34}/g, // Postman
  /(?<![A-Za-z0-9])lin_api_[A-Za-z0-9]{30,60}/g, // Linear
  /(?<![A-Za-z0-9])tskey-(?:auth|api|client)-[A-Za-z0-9]{6,32}-[A-Za-z0-9]{12,64}/g, // Tailscale
  /(?<![A-Za-z0-9])AGE-SECRET-KEY-1[A-Z0-9]{50,70}/g,
  /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,60}/g, // Hugging Face
  /(?<![A-Za-z0-9])hv[sbr]\.[A-Za-z0-9_-]{20,250}/g, // Vault
  /(?<![A-Za-z0-9])[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g, // Telegram
  /(?<=hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/)[A-Za-z0-9]{16,40}/g,
  /(?<=base64:)[A-Za-z0-9+/]{24,88}={0,2}/g,
  // Keys of products: four to eight groups of equal length in capital letters and digits, letters and digits mixed in some
  /(?<![\p{L}\p{N}-])(?=[A-Z0-9-]{0,10}(?:[A-Z][0-9]|[0-9][A-Z]))(?:[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3,7}|[A-Z0-9]{5}(?:-[A-Z0-9]{5}){3,7}|[A-Z0-9]{6}(?:-[A-Z0-9]{6}){3,5})(?![\p{L}\p{N}-])/gu,
  /LPA:1\$[^\s"'<>]{8,200}/g, // activation of an eSIM (GSMA SGP.22, 4.1)
  /\$(?:1|2[aby]|5|6|7|y|argon2(?:id|i|d))\$[./A-Za-z0-9$=,+]{8,200}/g, // hashes of passwords, crypt(5)
  /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,2000}/g, // JSON Web Token (RFC 7519)
];
/** `https://user:secret@host`: the secret alone (RFC 3986, 3.2.1). */
const IN_ADDRESS = /(?::\/\/|(?<![a-z])sips?:)[^\s/:@]{0,64}:(?<secret>[^\s/@]{1,128})@/g;
/** `register => user:secret@host`, as Asterisk writes it. */
const IN_REGISTRATION = /(?<![A-Za-z])register ?=>? ?[^\s:@]{1,64}:(?<secret>[^\s/:@]{4,128})@/g;
/** `thin:user/secret@host`, as Oracle writes it. */
const IN_ORACLE_ADDRESS = /(?:thin|oci8?):[^\s/:@]{1,64}\/(?<secret>[^\s/@]{1,128})@/g;
/** What the QR code of a wireless network holds. */
const IN_WLAN_CODE = /WIFI:(?:[STHRE]:[^;\n]{0,64};){0,4}P:(?<secret>[^;\s<]{4,64});/g;
/** Letters of the issuer and an underline before what a machine drew: *whs_4k2Lq88ZtP*. */
const PREFIXED =
  /(?<![\w-])[a-z]{2,8}_(?:[a-z]{2,6}_)?(?=[A-Za-z0-9]{0,40}[A-Z])(?=[A-Za-z0-9]{0,40}[a-z])[A-Za-z0-9]{8,64}(?![\w-])/g;
/** What an address ends in that lets in whoever opens it: *…/einladung/7f3c9e2ab14d*, *hooks.…/in/T02K9/…*. */
const IN_LINK =
  /\/(?:invit\w{0,6}|einladung|join|reset\w{0,12}|aktivier\w{0,4}|activat\w{0,4}|verify|confirm\w{0,8}|freischaltung|magic\w{0,6}|onetime|webhooks?|hooks?|in)\/(?<secret>(?=[\w/-]{0,40}[0-9][\w/-]{0,40}[0-9])(?=[\w/-]{0,40}[A-Za-z])(?:[A-Za-z0-9]{2,12}\/){0,3}[A-Za-z0-9_-]{10,128})(?![\w/-])/g;
/** Whoever has the name of a session can take it over. */
const SESSION = /sess(?:ion)?[-_]?id["']?[ =:]{1,3}["']?(?<secret>[A-Za-z0-9._-]{16,256})/gi;
const HEADER =
  /(?<![A-Za-z])(?:bearer|basic|authorization: token)[ :]{1,2}(?<secret>[A-Za-z0-9+/._~-]{12,2000}={0,2})/gi;

/** *Authorization: Token …* with any scheme or none. */
const AUTHORIZATION =
  /(?<![A-Za-z])(?:authorization|x-[a-z-]{0,20}(?:auth|key|token|secret)[a-z-]{0,12})["']? ?[:=] ?["']?(?:[A-Za-z-]{3,12} )?(?<secret>[A-Za-z0-9+/._~-]{12,2000}={0,2})/gi;
/** What cookies and signed addresses carry. */
const CARRIED =
  /(?<![A-Za-z0-9])(?:sid|sess|session|sig|signature|auth|ticket|token|jwt|code|invite|invitation)=(?<secret>[A-Za-z0-9._%+/-]{16,2000})/gi;

/** Whether digits stand among the letters, as in no title of a page: *7f3c9e2ab14d*, not *teams-2024-einrichten*. */
const isDrawn = (value: string): boolean => (value.match(/[A-Za-z][0-9]|[0-9][A-Za-z]/g)?.length ?? 0) >= 3;

/** Keys and tokens that are recognised by their shape, passwords in addresses and credentials in headers. */
export const knownFormatRule: Rule = {
  *find({ text }): Iterable<Match> {
    for (const format of FORMATS)
      for (const { index, 0: all } of text.matchAll(format))
        yield { kind: 'secret', start: index, end: index + all.length };
    for (const address of [IN_ADDRESS, IN_ORACLE_ADDRESS, IN_REGISTRATION])
      for (const { index, 0: all, groups } of text.matchAll(address)) {
        const end = index + all.length - 1;
        yield { kind: 'secret', start: end - groups!.secret!.length, end };
      }
    for (const { index, 0: all, groups } of text.matchAll(IN_WLAN_CODE)) {
      const end = index + all.length - 1;
      yield { kind: 'secret', start: end - groups!.secret!.length, end };
    }
    for (const { index, 0: all } of text.matchAll(PREFIXED))
      if (isDrawn(all)) yield { kind: 'secret', start: index, end: index + all.length };
    for (const { index, 0: all, groups } of text.matchAll(IN_LINK))
      if (isDrawn(groups!.secret!))
        yield { kind: 'secret', start: index + all.length - groups!.secret!.length, end: index + all.length };
    for (const expression of [HEADER, AUTHORIZATION, SESSION, CARRIED])
      for (const { index, 0: all, groups } of text.matchAll(expression)) {
        const secret = groups!.secret!;
        if (/[0-9]/.test(secret) && /[A-Za-z]/.test(secret))
          yield { kind: 'secret', start: index + all.length - secret.length, end: index + all.length };
      }
  },
};

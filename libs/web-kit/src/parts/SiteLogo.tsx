import { clsx } from 'clsx';
import { usePageRuntime } from '../page/page-runtime.js';
import { Bubbles } from './Bubbles.js';
import styles from './SiteLogo.module.css';

const HEIGHT = 32;
/** Widest version that is fetched; a header shows no more. */
const SMALL = 480;
/** Characters that stand beside the mark on a phone; a longer name has the place to itself. */
const SHORT_NAME = 11;
const SIZE = /-(\d+)x(\d+)$/;

/** What the community is known by: the operator's logo, which bears its name, or our mark beside the name. */
export function SiteLogo() {
  const { site } = usePageRuntime();
  if (!site.logo)
    return (
      <>
        <Bubbles size={28} />
        <span data-long={site.name.length > SHORT_NAME || undefined}>{site.name}</span>
      </>
    );
  const { light, dark } = site.logo;
  return (
    <>
      <Picture path={light} name={site.name} className={dark ? styles.onLight : styles.onBoth} />
      {dark && <Picture path={dark} name={site.name} className={styles.onDark} />}
    </>
  );
}

/** The address tells the size, so that the header stands still while the picture comes. */
function Picture({ path, name, className }: { path: string; name: string; className: string | undefined }) {
  const [, width = SMALL, height = HEIGHT] = (SIZE.exec(path) ?? []).map(Number);
  return (
    <img
      src={width > SMALL ? `${path}/${SMALL}` : path}
      alt={name}
      width={Math.max(1, Math.round((width * HEIGHT) / height))}
      height={HEIGHT}
      fetchPriority="low" // or React puts a preload before the way to the content
      className={clsx(styles.picture, className)}
    />
  );
}

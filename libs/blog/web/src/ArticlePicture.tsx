import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import styles from './ArticlePicture.module.css';

const ArticlePicture_picture = graphql(`
  fragment ArticlePicture_picture on ArticlePicture {
    src
    srcset
    alt
    width
    height
  }
`);

interface ArticlePictureProps {
  picture: FragmentType<typeof ArticlePicture_picture>;
  /** How wide it is shown, in words of the `sizes` attribute. */
  sizes: string;
  /** The first thing on the page: fetched at once. */
  leading?: boolean;
}

/** The picture of an article; its place is there before it comes, so that nothing shifts. */
export function ArticlePicture({ picture: ref, sizes, leading = false }: ArticlePictureProps) {
  const { src, srcset, alt, width, height } = readFragment(ArticlePicture_picture, ref);
  return (
    <img
      className={styles.picture}
      src={src}
      srcSet={srcset ?? undefined}
      sizes={srcset ? sizes : undefined}
      alt={alt}
      width={width}
      height={height}
      loading={leading ? undefined : 'lazy'}
    />
  );
}

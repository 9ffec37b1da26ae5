import { graphql } from '@kundig/api-contract';
import { PageNotFound, SignInNeeded, type PrefetchContext } from '@kundig/web-kit';

const AdministratorQuery = graphql(`
  query Administrator {
    viewer {
      mayAdminister
    }
  }
`);

/**
 * For pages of *Verwaltung* that ask nothing only administrators may ask.
 *
 * @throws SignInNeeded, PageNotFound for whoever does not administer
 */
export async function admitAdministrator({ query, viewer }: PrefetchContext): Promise<void> {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { viewer: person } = await query(AdministratorQuery, {});
  if (!person.mayAdminister) throw new PageNotFound();
}

import { Link, useMessages } from '@kundig/web-kit';
import { FreshFactor, type FreshFactorProps } from '../own/FreshFactor.js';

/** Above forms that give roles: what it takes to make somebody custodian or administrator, until the viewer has done it. */
export function PowerfulRoles({ factor, here }: Omit<FreshFactorProps, 'children'>) {
  const t = useMessages('pages');
  if (!factor?.on)
    return (
      <p>
        {t('admin.custodiansNeedFactor')}{' '}
        <Link to="/settings/account/second-factor">{t('desk.setUpFactor')}</Link>
      </p>
    );
  if (factor.fresh) return null;
  return (
    <>
      <p>{t('admin.powerfulRoles')}</p>
      <FreshFactor factor={factor} here={here}>
        {null}
      </FreshFactor>
    </>
  );
}

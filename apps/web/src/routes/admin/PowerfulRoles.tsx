import { Link, useMessages } from '@kundig/web-kit';
import { FreshFactor, type FreshFactorProps } from '../own/FreshFactor.js';

/** Above forms that give roles: what it takes to make somebody custodian or administrator, until the viewer has done it. */
export function PowerfulRoles({ factor, here }: Pick<FreshFactorProps, 'factor' | 'here'>) {
  const t = useMessages('pages');
  if (factor?.on)
    return (
      <FreshFactor factor={factor} here={here} text={t('admin.powerfulRoles')}>
        {null}
      </FreshFactor>
    );
  return (
    <p>
      {t('admin.custodiansNeedFactor')}{' '}
      <Link to="/settings/account/second-factor">{t('desk.setUpFactor')}</Link>
    </p>
  );
}

import { CreateSite1795000200000 } from './migrations/1795000200000-create-site.js';
import { CreateSetup1795000201000 } from './migrations/1795000201000-create-setup.js';
import { CreateContact1795000203000 } from './migrations/1795000203000-create-contact.js';
import { CreateOffer1795000330000 } from './migrations/1795000330000-create-offer.js';
import { AddLogo1795000330001 } from './migrations/1795000330001-add-logo.js';
import { CreateSwitchedOff1795000330002 } from './migrations/1795000330002-create-switched-off.js';
import { AddAddress1795000330003 } from './migrations/1795000330003-add-address.js';
import { BeginClosedToSearchEngines1795000450000 } from './migrations/1795000450000-begin-closed-to-search-engines.js';
import { DemandSecondFactor1795000460001 } from './migrations/1795000460001-demand-second-factor.js';
import { CreateLeakGuard1795000471000 } from './migrations/1795000471000-create-leak-guard.js';
import { CreateLeakRescan1795000491001 } from './migrations/1795000491001-create-leak-rescan.js';
import { LetLeakGuardBind1795000491000 } from './migrations/1795000491000-let-leak-guard-bind.js';

/** Migrations of this domain, oldest first. */
export const siteMigrations = [
  CreateSite1795000200000,
  CreateSetup1795000201000,
  CreateContact1795000203000,
  CreateOffer1795000330000,
  AddLogo1795000330001,
  CreateSwitchedOff1795000330002,
  AddAddress1795000330003,
  BeginClosedToSearchEngines1795000450000,
  DemandSecondFactor1795000460001,
  CreateLeakGuard1795000471000,
  LetLeakGuardBind1795000491000,
  CreateLeakRescan1795000491001,
];

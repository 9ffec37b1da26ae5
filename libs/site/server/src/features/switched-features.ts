import { Injectable } from '@nestjs/common';
import { Features, type Feature } from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';

/** What the operator has left on; no statement. */
@Injectable()
export class SwitchedFeatures extends Features {
  constructor(private readonly settings: SiteSettings) {
    super();
  }

  isOn(feature: Feature): boolean {
    return !this.settings.current.switchedOff.includes(feature);
  }
}

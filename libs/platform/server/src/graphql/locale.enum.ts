import { registerEnumType } from '@nestjs/graphql';

/** Languages of texts and of the interface. */
export enum LocaleEnum {
  de = 'de',
  en = 'en',
}

registerEnumType(LocaleEnum, { name: 'Locale' });

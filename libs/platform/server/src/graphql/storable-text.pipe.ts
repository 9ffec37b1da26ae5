import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { InvalidInput } from '../errors/expected-error.js';

/** How Nest calls arguments of fields; parameters of routes and what our own decorators hand over have other names. */
const ARGUMENT = 'body';

/**
 * Global pipe: refuses arguments with the character U+0000, which PostgreSQL cannot store or compare. Without it any id
 * with that character would end as a defect of ours instead of as something that does not exist.
 */
@Injectable()
export class StorableTextPipe implements PipeTransform {
  /** @throws InvalidInput naming the argument */
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    if (type === ARGUMENT && holdsNul(value))
      throw new InvalidInput(data ?? 'input', 'platform:invalid.format');
    return value;
  }
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
}

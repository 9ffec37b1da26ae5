import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a persona is found again, without saying whose it is: the keys to both values lie with identity. */
@Entity({ schema: 'pseudonyms', name: 'persona' })
export class Persona {
  @PrimaryColumn('uuid', { name: 'pseudonym_id' })
  pseudonymId!: string;

  @Column('bytea')
  lookup!: Buffer;

  @Column('bytea', { name: 'sealed_link' })
  sealedLink!: Buffer;

  @Column('int', { name: 'key_version' })
  keyVersion!: number;
}

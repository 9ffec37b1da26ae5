import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What is published about somebody who speaks for the operator: a copy made on purpose, not a view of the account. The photo is
 * the portrait every member may show, see `pseudonyms.person`.
 */
@Entity({ schema: 'pseudonyms', name: 'staff_profile' })
export class StaffProfile {
  @PrimaryColumn('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text', { name: 'real_name' })
  realName!: string;

  @Column('text', { name: 'role_de' })
  roleDe!: string;

  @Column('text', { name: 'role_en' })
  roleEn!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A nickname asked for but not yet confirmed. Made for every registration alike, so that it tells nothing about mails. */
@Entity({ schema: 'pseudonyms', name: 'nickname_reservation' })
export class NicknameReservation {
  @PrimaryColumn('citext')
  name!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}

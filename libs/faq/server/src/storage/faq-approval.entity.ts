import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The second pair of eyes on a revision; the database refuses the author's own. */
@Entity({ schema: 'faq', name: 'approval' })
export class FaqApproval {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId!: string;
  @PrimaryColumn('int') number!: number;
  @Column('uuid', { name: 'edited_by' }) editedBy!: string;
  @Column('uuid', { name: 'approved_by' }) approvedBy!: string;
  @Column('timestamptz', { name: 'approved_at' }) approvedAt!: Date;
}

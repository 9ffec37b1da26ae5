import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { Clock, NotFound, Randomness, slugify, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

export interface SaveGroup {
  /** Null adds a group. */
  readonly group: string | null;
  readonly nameDe: string;
  readonly nameEn: string;
}

/** Adds a closed group or gives it other names. */
@Injectable()
export class SaveGroupService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly groups: GroupRepository,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /** @returns id of the group @throws NotFound no such group */
  execute(ctx: RequestContext, { group, nameDe, nameEn }: SaveGroup): Promise<string> {
    return this.act.execute(ctx, async (tx) => {
      const known = group === null ? null : await this.groups.find(tx, group);
      if (group !== null && !known) throw new NotFound();
      const id = known?.id ?? this.random.uuid();
      // Two groups may bear one name; the code keeps their slugs, which only commands show, apart.
      const slug = known?.slug ?? `${slugify(nameDe, 'gruppe')}-${this.random.publicId().toLowerCase()}`;
      await this.groups.save(tx, { id, slug, nameDe, nameEn }, this.clock.now());
      const action = known ? 'group-renamed' : 'group-added';
      return [id, { action, subjectType: 'group', subjectId: id, reason: nameDe }] as const;
    });
  }
}

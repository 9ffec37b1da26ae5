import {
  graphql,
  readFragment,
  type BoardAudience,
  type BoardPosting,
  type FragmentType,
} from '@kundig/api-contract';
import {
  type FormFields,
  formStyles,
  MutationForm,
  Select,
  SubmitButton,
  TextArea,
  TextField,
  useMessages,
} from '@kundig/web-kit';

const BoardFactsForm_board = graphql(`
  fragment BoardFactsForm_board on BoardSettings {
    id
    nameDe
    nameEn
    descriptionDe
    descriptionEn
    audience
    groupId
    posting
  }
`);

const AddBoardMutation = graphql(`
  mutation AddBoard($input: AddBoardInput!) {
    addBoard(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const ChangeBoardMutation = graphql(`
  mutation ChangeBoard($input: ChangeBoardInput!) {
    changeBoard(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const factsOf = (fields: FormFields) => ({
  nameDe: fields.text('nameDe'),
  nameEn: fields.text('nameEn'),
  descriptionDe: fields.optional('descriptionDe'),
  descriptionEn: fields.optional('descriptionEn'),
  audience: fields.text('audience') as BoardAudience,
  groupId: fields.optional('groupId'),
  posting: fields.text('posting') as BoardPosting,
  clientKey: fields.clientKey,
});

interface BoardFactsFormProps {
  /** Absent for a new board. */
  board?: FragmentType<typeof BoardFactsForm_board>;
  /** Groups that may own it. */
  groups: readonly { id: string; name: string }[];
  /** Boards below which a new one may be put. */
  parents: readonly { id: string; name: string }[];
}

/** What a board is called, who reads it and who begins threads there. */
export function BoardFactsForm({ groups, parents, ...props }: BoardFactsFormProps) {
  const t = useMessages('administration');
  const board = props.board && readFragment(BoardFactsForm_board, props.board);
  const fields = (
    <>
      <div className={formStyles.two}>
        <TextField
          name="nameDe"
          label={t('board.nameDe')}
          defaultValue={board?.nameDe}
          minLength={2}
          maxLength={60}
        />
        <TextField
          name="nameEn"
          label={t('board.nameEn')}
          defaultValue={board?.nameEn}
          minLength={2}
          maxLength={60}
        />
      </div>
      <div className={formStyles.two}>
        <TextArea
          name="descriptionDe"
          label={t('board.descriptionDe')}
          defaultValue={board?.descriptionDe}
          rows={3}
          maxLength={300}
          optional
        />
        <TextArea
          name="descriptionEn"
          label={t('board.descriptionEn')}
          defaultValue={board?.descriptionEn}
          rows={3}
          maxLength={300}
          optional
        />
      </div>
      <div className={formStyles.two}>
        <Select
          name="audience"
          label={t('board.audience')}
          hint={t('board.audienceHint')}
          defaultValue={board?.audience ?? 'PUBLIC'}
        >
          <option value="PUBLIC">{t('audience.public')}</option>
          <option value="MEMBERS">{t('audience.members')}</option>
          <option value="GROUP_ANNOUNCED">{t('audience.announced')}</option>
          <option value="GROUP_HIDDEN">{t('audience.hidden')}</option>
        </Select>
        <Select
          name="groupId"
          label={t('board.group')}
          hint={t('board.groupHint')}
          defaultValue={board?.groupId ?? ''}
          optional
        >
          <option value="">{t('board.noGroup')}</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div className={formStyles.two}>
        <Select name="posting" label={t('board.posting')} defaultValue={board?.posting ?? 'MEMBERS'}>
          <option value="MEMBERS">{t('posting.members')}</option>
          <option value="STAFF">{t('posting.staff')}</option>
        </Select>
        {!board && (
          <Select name="parentId" label={t('board.parent')} defaultValue="" optional>
            <option value="">{t('board.top')}</option>
            {parents.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </div>
      <SubmitButton>{t(board ? 'board.save' : 'board.add')}</SubmitButton>
    </>
  );
  return board ? (
    <MutationForm
      mutation="changeBoard"
      document={ChangeBoardMutation}
      hidden={{ id: board.id }}
      toInput={(form) => ({ id: board.id, ...factsOf(form) })}
      guarded
      className={formStyles.form}
      label={t('board.facts')}
    >
      {fields}
    </MutationForm>
  ) : (
    <MutationForm
      mutation="addBoard"
      document={AddBoardMutation}
      toInput={(form) => ({ ...factsOf(form), parentId: form.optional('parentId') })}
      guarded
      className={formStyles.form}
      label={t('board.facts')}
    >
      {fields}
    </MutationForm>
  );
}

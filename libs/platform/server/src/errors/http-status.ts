const STATUS_BY_ERROR: Readonly<Record<string, number>> = {
  SignInRequiredError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  TooManyRequestsError: 429,
};

/** @returns the HTTP status that says of an expected error what its GraphQL type says; 422 for input to be mended */
export const httpStatusOf = (typename: string): number => STATUS_BY_ERROR[typename] ?? 422;

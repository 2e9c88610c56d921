import {
  GraphQLError,
  Kind,
  OverlappingFieldsCanBeMergedRule,
  parse,
  TokenKind,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { exceededLimit, type ExceededLimit, type DocumentLimits } from './document-limits.js';
import { RequestRejection } from './request-rejection.js';
import { syntaxErrorOf } from './syntax-error.js';
import { validationRules } from './validation-rules.js';

interface DocumentOptions {
  readonly schema: GraphQLSchema;
  readonly limits: DocumentLimits;
  /** Whether clients may introspect the schema. */
  readonly introspection: boolean;
  /** Whether errors suggest names of the schema. */
  readonly suggestions: boolean;
}

/** A document that has passed every check that needs no variables. */
export interface CheckedDocument {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables that its cost depends on. */
  readonly costVariables: readonly string[];
  /** Cached costs, by operation and those variables. */
  readonly costs: LRUCache<string, number>;
}

/** Total characters of the cached documents; each takes roughly a hundred bytes of memory. */
const mostCharacters = 500_000;
const mostErrors = 20;
const mostCosts = 50;
/** Total characters of the documents whose rejections are cached. */
const mostRefusedCharacters = 100_000;

/** Parses and checks documents, and caches the results. */
export class Documents {
  private readonly checked: LRUCache<string, CheckedDocument>;
  private readonly refused: LRUCache<string, RememberedRefusal>;
  private readonly rules: readonly ValidationRule[];

  constructor(private readonly options: DocumentOptions) {
    this.rules = validationRules(options).filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);
    this.checked = new LRUCache({ maxSize: mostCharacters, sizeCalculation: ({ text }) => text.length });
    this.refused = new LRUCache({ maxSize: mostRefusedCharacters, sizeCalculation: ({ characters }) => characters });
  }

  /** A cached document, by the sha256 of its text. */
  known(hash: string): CheckedDocument | undefined {
    return this.checked.get(hash);
  }

  /** Whether `check` would answer from the cache. */
  remembers(hash: string): boolean {
    return this.checked.has(hash) || this.refused.has(hash);
  }

  /** Parses and checks a document, or says why it is rejected. Takes milliseconds for any text. */
  check(text: string, hash: string): CheckedDocument | RequestRejection {
    const known = this.known(hash);
    if (known !== undefined) return known;
    const refused = this.refused.get(hash);
    if (refused !== undefined) return refusalAgain(refused);
    const found = this.checkAnew(text);
    if (found instanceof RequestRejection) this.refused.set(hash, remembered(text, found));
    else this.checked.set(hash, found);
    return found;
  }

  private checkAnew(text: string): CheckedDocument | RequestRejection {
    const document = this.read(text);
    if (document instanceof RequestRejection) return document;
    const refusal = this.refusalOf(document);
    if (refusal !== undefined) return refusal;
    return {
      text,
      document,
      operations: document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION),
      fragments: fragmentsOf(document),
      costVariables: costVariablesOf(document),
      costs: new LRUCache<string, number>({ max: mostCosts }),
    };
  }

  private read(text: string): DocumentNode | RequestRejection {
    const most = this.options.limits.documentTokens;
    try {
      const document = parse(text, { maxTokens: most });
      return hasLongName(document) ? tooComplex({ message: longName }) : document;
    } catch (error) {
      // The parser is recursive: thousands of nested braces exhaust the stack.
      if (error instanceof RangeError) return tooComplex({ message: 'The document is nested too deeply.' });
      if (!(error instanceof GraphQLError)) throw error;
      if (error.message.includes('Parsing aborted')) {
        return tooComplex({ message: `The document must have at most ${most} tokens.` });
      }
      return new RequestRejection('request', [syntaxErrorOf(error)]);
    }
  }

  private refusalOf(document: DocumentNode): RequestRejection | undefined {
    const { schema, limits, suggestions } = this.options;
    const exceeded = exceededLimit(schema, document, limits);
    if (exceeded !== undefined) return tooComplex(exceeded);
    const options = { maxErrors: mostErrors, hideSuggestions: !suggestions };
    const problems = validate(schema, document, this.rules, options);
    // Compares all fields pairwise, so it runs only on documents that are valid otherwise.
    const all =
      problems.length > 0 ? problems : validate(schema, document, [OverlappingFieldsCanBeMergedRule], options);
    return all.length === 0 ? undefined : new RequestRejection('request', all.map(invalid));
  }
}

/**
 * A rejection without its GraphQLErrors: an error's stack would keep everything in memory that took part in the check.
 */
interface RememberedRefusal {
  readonly kind: RequestRejection['kind'];
  readonly errors: readonly Pick<GraphQLError, 'message' | 'nodes' | 'source' | 'positions' | 'extensions'>[];
  readonly characters: number;
}

/** Overhead of a cache entry, in characters. */
const entryCharacters = 100;

function remembered(text: string, { kind, errors }: RequestRejection): RememberedRefusal {
  const said = errors.map(({ message, nodes, source, positions, extensions }) => ({
    ...{ message, nodes, source, positions, extensions },
  }));
  const messages = said.reduce((characters, { message }) => characters + message.length, 0);
  return { kind, errors: said, characters: text.length + messages + entryCharacters };
}

/** Creates new errors for each response, because responses are told apart by them. */
function refusalAgain({ kind, errors }: RememberedRefusal): RequestRejection {
  return new RequestRejection(
    kind,
    errors.map(({ message, ...said }) => new GraphQLError(message, said)),
  );
}

/** Names are repeated in responses, once per row. */
const mostNameCharacters = 128;
const longName = `Names must have at most ${mostNameCharacters} characters.`;

function hasLongName({ loc }: DocumentNode): boolean {
  for (let token = loc?.startToken; token != null; token = token.next ?? undefined) {
    if (token.kind === TokenKind.NAME && token.value.length > mostNameCharacters) return true;
  }
  return false;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((node) => [node.name.value, node]));
}

/** The arguments that decide the number of rows, and the condition of `skip` and `include`. */
const costArguments = new Set(['first', 'last', 'ids', 'if']);

function costVariablesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument(argument) {
      if (!costArguments.has(argument.name.value)) return;
      visit(argument, { Variable: ({ name }) => void names.add(name.value) });
    },
  });
  return [...names];
}

function tooComplex({ message, node }: Pick<ExceededLimit, 'message'> & Partial<ExceededLimit>): RequestRejection {
  const extensions = { code: 'DOCUMENT_TOO_COMPLEX' };
  return new RequestRejection('limit', [new GraphQLError(message, { nodes: node, extensions })]);
}

function invalid({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}

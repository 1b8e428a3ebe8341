// Reads {document, original, cases: [{schema, json}]} from standard input and writes {invalid, verdicts}: what is wrong with
// the original as a document of OpenAPI, and of each case whether it is valid against the document's schema at that pointer.
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { text } from "node:stream/consumers";

const { document, original, cases } = JSON.parse(await text(process.stdin));

const openApi = await new Validator().validate(original);

// Not strict: OpenAPI's own keywords are around the schemas and in them.
const ajv = addFormats.default(new Ajv2020({ strict: false, validateFormats: true }));
ajv.addSchema(document, "document");
const validators = new Map();
const validatorOf = (schema) => {
  if (!validators.has(schema)) {
    validators.set(schema, ajv.compile({ $ref: "document" + schema }));
  }
  return validators.get(schema);
};

const verdicts = cases.map(({ schema, json }) => validatorOf(schema)(JSON.parse(json)));
process.stdout.write(JSON.stringify({ invalid: openApi.valid ? null : openApi.errors, verdicts }));

using System.Text.Json.Nodes;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>A parameter of a request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In">Where it stands: query, path or header; one in the path is required.</param>
/// <param name="Description">What it means.</param>
/// <param name="Schema">What it may be; made anew for each use.</param>
/// <param name="Example">A value.</param>
internal sealed record Parameter(string Name, string In, string Description, Func<JsonObject> Schema, JsonNode? Example = null);

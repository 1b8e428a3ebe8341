using System.Text.Json.Nodes;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>A header of an answer.</summary>
/// <param name="Key">What the document calls it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says.</param>
/// <param name="Schema">What it may be; made anew for each use.</param>
/// <param name="IsRequired">Whether it is always there.</param>
internal sealed record Header(string Key, string Name, string Description, Func<JsonObject> Schema, bool IsRequired = true);

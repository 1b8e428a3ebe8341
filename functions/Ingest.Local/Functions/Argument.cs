namespace Ingest.Local.Functions;

/// <summary>Gives the value of one parameter of a function for one event of its trigger.</summary>
internal delegate ValueTask<object?> Argument<in TEvent>(TEvent trigger);
